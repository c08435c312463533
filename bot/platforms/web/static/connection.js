// The socket to the playground: asks, waits for replies, and comes back by itself.

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;
const LARGEST = 1_900_000;
const TOO_LARGE = 1009;

const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

const trouble = (to, text) => ({ type: "trouble", to, text });

export class Connection {
  #waiting = new Map();
  #socket = null;
  #pause = FIRST_PAUSE;
  #timer = 0;
  #address;
  #onFrame;
  #onState;

  constructor(address, { onFrame, onState }) {
    this.#address = address;
    this.#onFrame = onFrame;
    this.#onState = onState;
    addEventListener("online", () => this.#now());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.#now();
    });
    this.#open();
  }

  get live() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  // Resolves with the reply. A frame that is sent `again` keeps its id: after a lost connection
  // the playground knows that it is the same one. Others are given up when the connection goes.
  ask(frame, { again = true } = {}) {
    const id = newId();
    const text = JSON.stringify({ ...frame, id });
    if (text.length > LARGEST) {
      return Promise.resolve(trouble(id, "That is far too long to send. Please shorten it."));
    }
    if (!again && !this.live) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting.set(id, { text, resolve, again });
      if (this.live) this.#socket.send(text);
    });
  }

  #open() {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#hear(JSON.parse(event.data)));
    socket.addEventListener("close", (event) => this.#lost(event.code));
  }

  #hear(frame) {
    if (frame.type === "welcome") {
      this.#pause = FIRST_PAUSE;
      this.#onFrame(frame);
      this.#onState(true);
      for (const { text } of this.#waiting.values()) this.#socket.send(text);
      return;
    }
    const asked = this.#waiting.get(frame.to);
    if (asked) {
      this.#waiting.delete(frame.to);
      asked.resolve(frame);
    } else if (!frame.to || frame.type === "told") {
      this.#onFrame(frame);
    }
  }

  #lost(code) {
    for (const [id, { resolve, again }] of this.#waiting) {
      if (code === TOO_LARGE || !again) {
        this.#waiting.delete(id);
        resolve(code === TOO_LARGE ? trouble(id, "That was too long to send.") : null);
      }
    }
    this.#onState(false);
    this.#timer = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(this.#pause * 1.7, LONGEST_PAUSE);
  }

  #now() {
    if (this.#socket.readyState === WebSocket.CLOSED) this.#open();
  }
}
