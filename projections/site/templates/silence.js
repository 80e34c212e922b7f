
"use strict";
(() => {
  const running = [...document.querySelectorAll("time[data-runs]")].map((time) => {
    const left = document.createElement("p");
    left.className = "note";
    time.closest("dl").after(left);
    return [time, left];
  });
  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const tell = () => running.forEach(([time, left]) => {
    const minutes = Math.floor((Date.parse(time.dateTime) - Date.now()) / 60000);
    left.textContent = minutes < 0
      ? "By your clock the deadline has passed; what came of it is not on this page."
      : `By your clock ${minutes < 60 ? counted(minutes, "minute") : counted(Math.floor(minutes / 60), "hour")} left.`;
  });
  tell();
  if (running.length) setInterval(tell, 60000);
})();
