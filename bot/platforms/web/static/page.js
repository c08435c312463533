// The page: hands frames from the socket to its parts, and what people do to the socket.

import { Clock, known } from "./clock.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Dialog } from "./dialog.js";
import { Drafts } from "./drafts.js";
import { Log } from "./log.js";

const OTHERS = ["Grace", "Alan", "Edsger", "Barbara"];

const get = (id) => document.getElementById(id);
const name = new URLSearchParams(location.search).get("as") ?? "";
const drafts = new Drafts(name);

function address() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  return `ws://${location.host}/socket?${new URLSearchParams({ as: name, zone })}`;
}

function welcome({ you, channel, messages, time }) {
  get("name").textContent = you.name;
  get("role").textContent = you.quizmaster ? "quizmaster" : "";
  get("channel").textContent = channel;
  get("log").setAttribute("aria-label", `Channel ${channel}`);
  document.title = `#${channel} · ${you.name} · Quizsheet playground`;
  const other = OTHERS.find((one) => one.toLowerCase() !== you.id) ?? OTHERS[0];
  get("second").textContent = `Open a second tab as ${other}`;
  get("second").href = `?${new URLSearchParams({ as: other })}`;
  log.zone = known(time.zone);
  clock.time = time;
  log.history(messages);
}

function hear(frame) {
  if (frame.type === "welcome") welcome(frame);
  else if (frame.type === "message") log.show(frame);
  else if (frame.type === "told") log.tell(frame.message);
  else if (frame.type === "skipped") log.note(frame.text, frame.at);
  else if (frame.type === "trouble") get("trouble").textContent = frame.text;
  else if (frame.type === "time") {
    log.zone = known(frame.zone);
    clock.time = frame;
  }
}

function settle(reply, { typed = "", pressed = null } = {}) {
  if (reply?.type === "form") dialog.open(reply, pressed);
  else if (reply?.type === "told") {
    const article = log.tell(reply.message, typed, reply.replaces ? pressed : null);
    // Whoever pressed a button goes on from the reply; whoever typed stays in the field.
    if (!typed) article.focus({ preventScroll: true });
  } else if (reply?.type === "trouble") get("trouble").textContent = reply.text;
}

async function ask(frame, options) {
  get("trouble").textContent = "";
  return connection.ask(frame, options);
}

async function press(action, button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const reply = await ask({ type: "press", action });
  button.removeAttribute("aria-disabled");
  settle(reply, { pressed: button });
}

async function skip() {
  log.expect();
  const reply = await ask({ type: "skip" }, { again: false });
  settle(reply ?? { type: "trouble", text: "Not connected, so the clock was not moved." });
}

async function enter(text) {
  settle(await ask({ type: "line", text }), { typed: text });
}

const log = new Log(press);
const clock = new Clock(skip);
const dialog = new Dialog(drafts, ask, settle);
const connection = new Connection(address(), {
  onFrame: hear,
  onState(live) {
    clock.live = live;
    get("state").textContent = live
      ? ""
      : "Not connected. What you type is kept; the page comes back by itself.";
  },
});
new Composer(drafts, (text) => connection.ask({ type: "typing", text }, { again: false }), enter);
