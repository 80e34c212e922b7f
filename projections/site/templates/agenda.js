
"use strict";
(() => {
  const states = [...document.querySelectorAll(".state")];
  const slider = document.getElementById("slider");
  const told = document.getElementById("told");
  if (!slider) return;
  document.body.classList.add("scripted");
  document.getElementById("time").hidden = false;

  const show = (rank) => {
    states.forEach((state, at) => { state.hidden = at + 1 !== rank; });
    const state = states[rank - 1];
    slider.value = rank;
    slider.setAttribute("aria-valuetext", state.querySelector("h2").textContent);
    told.replaceChildren(state.querySelector(".act").cloneNode(true));
  };
  const move = (by) => show(Math.min(states.length, Math.max(1, Number(slider.value) + by)));
  const follow = () => {
    const found = states.findIndex((state) => `#${state.id}` === location.hash);
    show(found < 0 ? Number(slider.value) : found + 1);
  };

  slider.addEventListener("input", () => show(Number(slider.value)));
  document.getElementById("before").addEventListener("click", () => move(-1));
  document.getElementById("after").addEventListener("click", () => move(1));
  addEventListener("hashchange", follow);
  follow();
})();
