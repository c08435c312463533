// The channel: messages, the threads under them, and what only this tab gets to see.

import { element, fill } from "./blocks.js";

const MOST = 200;
const NEAR = 80;
const SOON = 5000;

export class Log {
  #log = document.getElementById("log");
  #scroll = document.getElementById("scroll");
  #fresh = document.getElementById("fresh");
  #shown = new Map();
  #times = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
  #days = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
  #lastDay = "";
  #target = null;
  #follow = true;
  #expected = 0;
  #press;

  constructor(press) {
    this.#press = press;
    this.#scroll.addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
      this.#follow = scrollHeight - scrollTop - clientHeight < NEAR;
      if (this.#target && this.#visible(this.#target)) this.#forget();
    });
    this.#fresh.addEventListener("click", () => {
      const target = this.#target;
      this.#forget();
      if (target) {
        this.#reach(target);
        target.focus({ preventScroll: true });
      }
    });
  }

  set zone(timeZone) {
    this.#times = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
    this.#days = new Intl.DateTimeFormat("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone,
    });
  }

  // What was said before this page was opened: shown at once, and not read out.
  history(messages) {
    this.#log.setAttribute("aria-live", "off");
    for (const message of messages) this.#put(message);
    if (!this.#shown.size) this.#empty();
    requestAnimationFrame(() => {
      if (this.#follow) this.#scroll.scrollTop = this.#scroll.scrollHeight;
      this.#log.setAttribute("aria-live", "polite");
    });
  }

  // Whoever has just moved the clock wants to see what comes of it, wherever that stands.
  expect() {
    this.#expected = performance.now() + SOON;
  }

  // A message, new or in a new version.
  show(message, { mine = false } = {}) {
    const known = this.#shown.has(message.id);
    const article = this.#put(message);
    if (mine || (!known && performance.now() < this.#expected)) this.#reach(article);
    else if (!known) this.#arrive(article, message);
    return article;
  }

  // A reply that only this tab sees; it takes the place of the one whose button was pressed
  // where the game says so.
  tell(message, typed, pressed) {
    const old = pressed?.closest("article.private");
    if (old) {
      this.#shown.delete(old.dataset.id);
      old.dataset.id = message.id;
      this.#shown.set(message.id, old);
    }
    const article = this.show(message, { mine: true });
    if (typed) article.querySelector(".typed").textContent = typed;
    return article;
  }

  // A line of the playground itself, such as a jump of the clock.
  note(text, at) {
    const line = element("p", { className: "note", tabIndex: -1 }, text);
    this.#day(at);
    this.#append(this.#log, line);
    this.#arrive(line, {});
  }

  #put(message) {
    let article = this.#shown.get(message.id);
    if (!article) {
      article = this.#article(message);
      const parent = message.thread && this.#shown.get(message.thread);
      if (parent) {
        const thread = parent.querySelector(".thread");
        thread.hidden = false;
        this.#append(thread, article);
      } else {
        this.#day(message.at);
        this.#append(this.#log, article);
      }
      this.#shown.set(message.id, article);
    } else {
      // A count that goes up is no news to read out.
      article.querySelector(".blocks").setAttribute("aria-live", "off");
    }
    fill(article.querySelector(".blocks"), message.blocks, this.#press);
    return article;
  }

  #article({ id, at, private: own }) {
    const article = element(
      "article",
      { className: own ? "message private" : "message", tabIndex: -1 },
      element("span", { className: "mark", "aria-hidden": "true" }, "Q"),
      element(
        "header",
        {},
        element("span", { className: "author" }, "Quizsheet"),
        element("time", { dateTime: at }, this.#times.format(new Date(at))),
        ...(own ? [element("span", { className: "only" }, "Only visible to you")] : []),
        element("span", { className: "typed" }),
      ),
      element("div", { className: "blocks" }),
      element("section", { className: "thread", "aria-label": "Replies", hidden: true }),
    );
    article.dataset.id = id;
    return article;
  }

  #day(at) {
    const day = this.#days.format(new Date(at));
    if (day === this.#lastDay) return;
    this.#lastDay = day;
    this.#append(this.#log, element("h3", { className: "day" }, day));
  }

  #empty() {
    const words = "It is quiet here. The first question will appear in this place.";
    this.#log.append(element("p", { className: "empty" }, words));
  }

  #append(place, node) {
    this.#log.querySelector(".empty")?.remove();
    place.append(node);
    while (this.#log.children.length > MOST) {
      this.#shown.delete(this.#log.firstElementChild.dataset.id);
      this.#log.firstElementChild.remove();
    }
  }

  #arrive(node, { thread }) {
    if (this.#follow && !thread) {
      this.#reach(node);
    } else if (!this.#visible(node)) {
      this.#target = node;
      const above = node.getBoundingClientRect().top < this.#scroll.getBoundingClientRect().top;
      this.#fresh.textContent = `${thread ? "New reply" : "New message"} ${above ? "above ↑" : "below ↓"}`;
      this.#fresh.hidden = false;
    }
  }

  #reach(node) {
    // The start of a long message matters more than its end.
    const tall = node.offsetHeight > this.#scroll.clientHeight;
    node.scrollIntoView({ block: tall ? "start" : "nearest" });
    if (!tall && node === this.#log.lastElementChild) {
      this.#scroll.scrollTop = this.#scroll.scrollHeight;
    }
  }

  #visible(node) {
    const frame = this.#scroll.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    return box.bottom > frame.top + 40 && box.top < frame.bottom - 40;
  }

  #forget() {
    this.#target = null;
    this.#fresh.hidden = true;
  }
}
