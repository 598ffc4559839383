// The first script of the page in a test of faults: it talks with the harness and knows the pages. The script of the fault follows it.
// It stands before the page's own scripts, so it runs in whatever the page does to itself.
const probe = (() => {
  const at = (name) => new URL(name, location.href.split("#")[0]).href;

  /** Sends a report; done when the harness has it. */
  const report = (kind, value = {}) =>
    fetch(at("report"), { method: "POST", body: JSON.stringify({ kind, ...value }), cache: "no-store" });

  /** What the harness wants at this start. */
  const orders = fetch(at("orders.json"), { cache: "no-store" }).then((response) => response.json());

  /** One turn of the event loop: whatever the page does at once is done. */
  const tick = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (port1.close(), done());
      port2.postMessage(0);
    });

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  /** Waits until a test gives something true, looking at every change of the page. */
  const until = (what, test, seconds = 20) =>
    new Promise((done, fail) => {
      const look = () => {
        const found = test();
        if (!found) return;
        observer.disconnect();
        clearTimeout(limit);
        done(found);
      };
      const observer = new MutationObserver(look);
      const limit = setTimeout(() => {
        observer.disconnect();
        fail(new Error(`waited ${seconds} s for ${what}`));
      }, seconds * 1000);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });

  /** The state of saving as the header shows it: `saved`, `saving` and so on; undefined where it shows none. */
  const saveState = () => document.querySelector(".save-status")?.dataset.state;

  /** Whether the header says that everything is saved. */
  const isSaved = () => ["saved", "saved-without-journal"].includes(saveState());

  const started = () => until("the application to start", () => document.documentElement.dataset.app === "running" && document.querySelector("main h1"));

  /** Makes an assessment on the start page and gives its id. */
  const create = async (name) => {
    await started();
    const field = await until("the field for a name", () => document.getElementById("start-name"));
    field.value = name;
    field.form.requestSubmit();
    await until("the new assessment", () => location.hash.startsWith("#/a/") && document.querySelector("main h1"));
    await until("it to be saved", isSaved);
    return location.hash.split("/")[2].split("?")[0];
  };

  // The field that somebody is typing in.
  let typing;

  /** Leaves the field that somebody is typing in, as the next click does. Said by hand, because whether the window has the focus is up to the engine. */
  const leave = () => {
    typing?.dispatchEvent(new Event("change", { bubbles: true }));
    typing = undefined;
  };

  /** Opens the page of a clause, given as its number and its questions. */
  const openClause = async (assessment, { clause, questions }) => {
    leave();
    const wanted = `#/a/${assessment}/clause/${clause}`;
    if (location.hash !== wanted) location.hash = wanted;
    await until(`the page of clause ${clause}`, () => questions.every(card));
    await tick();
  };

  const card = (question) => document.getElementById(`question-${question}`);
  const note = (question) => document.getElementById(`question-${question}-note`);
  const radio = (question, rating) => card(question).querySelector(`[data-rating="${rating}"] input`);
  const flag = (question) => card(question).querySelector(".question-card__flag");

  /** What the page shows as the answer to a question. */
  const answer = (question) => ({
    rating: card(question).querySelector(".rating-field__choice input:checked")?.closest("[data-rating]").dataset.rating ?? "",
    note: note(question)?.value ?? "",
    flag: flag(question).getAttribute("aria-pressed"),
  });

  /** Opens the note of a question, as its button does. */
  const openNote = async (question) => {
    if (!note(question)) document.querySelector(`[aria-controls="question-${question}-panel-note"]`).click();
    await until("the note to open", () => note(question));
  };

  /** Gives an answer and is done when the page has had its turn. Notes must be open; a note is handed over on leaving its field, or after a pause in it. */
  const give = async (question, field, value) => {
    leave();
    if (field === "rating" && value === "") {
      card(question).querySelector(".question-card__tools > button:not([aria-expanded]):not([aria-pressed])").click();
    } else if (field === "rating") {
      radio(question, value).click();
    } else if (field === "flag") {
      flag(question).click();
    } else {
      const area = note(question);
      area.focus();
      area.value = value;
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      typing = area;
    }
    await tick();
  };

  /** Runs the script of a fault and tells the harness where it could not go on. */
  const run = (story) =>
    orders.then(story).catch((cause) =>
      report("stuck", { cause: String(cause), at: location.hash, state: saveState() ?? "", shown: document.body?.innerText.slice(0, 2000) ?? "" }),
    );

  return { orders, report, run, tick, pause, until, started, saveState, isSaved, create, openClause, openNote, answer, give, leave };
})();
