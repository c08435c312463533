// The playground's clock in plain words, and the button that moves it to the next event.

const day = { weekday: "long", day: "numeric", month: "long" };
const hour = { hour: "2-digit", minute: "2-digit" };

// A zone that this browser does not know shows the hour of UTC rather than nothing.
export function known(timeZone) {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone });
    return timeZone;
  } catch {
    return "UTC";
  }
}

function words(instant, timeZone, options) {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(instant);
}

function distance(milliseconds) {
  const minutes = Math.max(Math.round(milliseconds / 60_000), 0);
  if (!minutes) return "in less than a minute";
  const parts = [
    [Math.floor(minutes / 1440), "d"],
    [Math.floor((minutes % 1440) / 60), "h"],
    [minutes % 60, "min"],
  ];
  const named = parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}`);
  return `in ${named.slice(0, 2).join(" ")}`;
}

export class Clock {
  #now = document.getElementById("now");
  #hour = document.getElementById("hour");
  #day = document.getElementById("day");
  #next = document.getElementById("next");
  #button = document.getElementById("skip");
  #time = null;
  #ahead = 0;
  #live = false;

  constructor(skip) {
    this.#button.addEventListener("click", () => {
      if (this.#button.getAttribute("aria-disabled") !== "true") skip();
    });
    setInterval(() => this.#draw(), 1000);
  }

  set time(time) {
    this.#time = { ...time, zone: known(time.zone) };
    this.#ahead = Date.parse(time.now) - Date.now();
    this.#draw();
  }

  set live(live) {
    this.#live = live;
    this.#draw();
  }

  #draw() {
    if (!this.#time) return;
    const { zone, next, event, movable } = this.#time;
    const now = Date.now() + this.#ahead;
    this.#put(this.#hour, words(now, zone, hour));
    this.#put(this.#day, words(now, zone, day));
    this.#now.title = zone;
    const coming = next && Date.parse(next);
    let text = event;
    if (coming) {
      const same = words(coming, zone, day) === words(now, zone, day);
      const when = `${same ? "today" : words(coming, zone, { weekday: "long" })} at ${words(coming, zone, hour)}`;
      text = coming > now ? `Next: ${event}, ${when} (${distance(coming - now)}).` : "Next: any moment now.";
    }
    if (!movable) text += " This clock runs by itself.";
    this.#put(this.#next, text);
    const able = Boolean(coming) && movable && this.#live;
    this.#button.setAttribute("aria-disabled", String(!able));
  }

  #put(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }
}
