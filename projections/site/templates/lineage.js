
"use strict";
(() => {
  const svg = document.getElementById("drawing");
  if (!svg) return;
  const frame = document.getElementById("frame");
  const chosen = document.getElementById("chosen");
  const whole = svg.viewBox.baseVal, width = whole.width, height = whole.height;
  document.body.classList.add("scripted");
  document.getElementById("tools").hidden = false;

  let scale = 1, x = 0, y = 0;
  const size = () => svg.getBoundingClientRect();
  const draw = () => {
    const { width: w, height: h } = size();
    svg.setAttribute("viewBox", `${x} ${y} ${w / scale} ${h / scale}`);
  };
  const centre = (cx, cy) => {
    const { width: w, height: h } = size();
    [x, y] = [cx - w / scale / 2, cy - h / scale / 2];
    draw();
  };
  const middle = () => { const { width: w, height: h } = size(); return [x + w / scale / 2, y + h / scale / 2]; };
  const zoom = (by) => { const at = middle(); scale = Math.min(4, Math.max(0.05, scale * by)); centre(...at); };
  const all = () => {
    const { width: w, height: h } = size();
    scale = Math.min(w / width, h / height, 1);
    centre(width / 2, height / 2);
  };
  const begin = () => { all(); if (scale < 0.75) { scale = 1; centre(Number(svg.dataset.x), Number(svg.dataset.y)); } };
  const pan = (dx, dy) => { x += dx / scale; y += dy / scale; draw(); };

  const choose = (node) => {
    for (const one of svg.querySelectorAll(".node")) {
      if (one === node) one.setAttribute("aria-current", "true"); else one.removeAttribute("aria-current");
    }
    const ref = node.dataset.node;
    for (const tie of svg.querySelectorAll(".tie")) {
      tie.classList.toggle("near", tie.dataset.between.split(" ").includes(ref));
    }
    const words = document.getElementById(ref).cloneNode(true);
    for (const one of words.querySelectorAll("[id]")) one.removeAttribute("id");
    chosen.replaceChildren(...words.childNodes);
  };

  let held = null, moved = false;
  svg.addEventListener("pointerdown", (event) => { held = [event.clientX, event.clientY]; moved = false; });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [dx, dy] = [event.clientX - held[0], event.clientY - held[1]];
    if (!moved && Math.hypot(dx, dy) < 5) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    held = [event.clientX, event.clientY];
    pan(-dx, -dy);
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { held = null; });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => {
    const node = event.target.closest(".node");
    if (!node && !moved) return;
    event.preventDefault();
    if (node && !moved) choose(node);
    moved = false;
  });
  svg.addEventListener("focusin", (event) => {
    const node = event.target.closest(".node");
    if (!node || !node.matches(":focus-visible")) return;
    const box = node.getBBox(), { width: w, height: h } = size();
    const seen = box.x >= x && box.y >= y && box.x + box.width <= x + w / scale && box.y + box.height <= y + h / scale;
    if (!seen) centre(box.x + box.width / 2, box.y + box.height / 2);
  });

  const keys = {
    ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": all,
  };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  const tools = { in: () => zoom(1.25), out: () => zoom(0.8), all };
  document.getElementById("tools").addEventListener("click", (event) => tools[event.target.dataset.do]?.());
  addEventListener("resize", draw);
  addEventListener("beforeprint", () => svg.setAttribute("viewBox", `0 0 ${width} ${height}`));
  addEventListener("afterprint", draw);
  begin();
})();
