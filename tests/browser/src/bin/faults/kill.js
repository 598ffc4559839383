// Killed while answering, the page's part: shows what is there, then answers at random until the browser is killed.
// Every edit is announced before it is made, and reported as acknowledged when the header says that everything is saved.
probe.run(async ({ assessment: known, clauses, first }) => {
  const { report, tick, pause, until, started, isSaved, saveState, create, openClause, openNote, answer, give, leave } = probe;
  const RATINGS = ["not-in-place", "partly", "thin", "evidenced", "dont-know"];
  const below = (limit) => Math.floor(Math.random() * limit);
  const one = (list) => list[below(list.length)];
  const isRefused = () => ["not-saved", "only-in-this-tab"].includes(saveState());
  const chance = (share) => Math.random() < share;

  await report("running");
  const assessment = known || (await create("Kill harness"));
  if (!known) await report("created", { assessment });
  await started();

  const shown = {};
  for (const clause of clauses) {
    await openClause(assessment, clause);
    const answers = Object.fromEntries(clause.questions.map((question) => [question, answer(question)]));
    Object.assign(shown, answers);
    if (known) await report("found", { answers });
  }
  const banners = document.querySelectorAll(".banners .banner").length;
  await report("answering", { banners });

  // Edits on their way: what the header says now is about them as soon as the page has had its turn.
  let waiting = [];
  const acknowledge = () => {
    if (waiting.length === 0 || !isSaved()) return;
    const edits = waiting;
    waiting = [];
    report("acknowledged", { edits }).catch(() => {});
  };
  new MutationObserver(acknowledge).observe(document.querySelector(".header"), { subtree: true, attributes: true, childList: true, characterData: true });

  let sequence = first;
  const plan = (question) => {
    const now = shown[question];
    const field = one(["rating", "rating", "rating", "note", "note", "flag"]);
    let value;
    if (field === "flag") value = now.flag === "true" ? "false" : "true";
    else if (field === "note") value = chance(0.1) && now.note ? "" : `Edit ${sequence} ${"of many. ".repeat(below(40))}`.trim();
    // An answer can also be taken back.
    else value = one([...RATINGS, ""].filter((it) => it !== now.rating && (it !== "" || now.rating !== "")));
    now[field] = value;
    const edit = { number: sequence, question, field, value };
    sequence += 1;
    return edit;
  };

  for (;;) {
    const clause = one(clauses);
    await openClause(assessment, clause);
    for (let bursts = 1 + below(8); bursts > 0; bursts -= 1) {
      // Other faults happen between two bursts.
      await globalThis.meanwhile?.();
      const edits = Array.from({ length: 1 + below(8) }, () => plan(one(clause.questions)));
      await report("announced", { edits });
      for (const edit of edits) {
        if (edit.field === "note") await openNote(edit.question);
        await give(edit.question, edit.field, edit.value);
        waiting.push(edit.number);
        acknowledge();
        if (edit.field === "note") {
          // Some leave the field at once, some stop and think, some go on elsewhere.
          if (chance(0.5)) leave();
          else if (chance(0.3)) await pause(below(500));
        }
        if (chance(0.3)) await pause(below(40));
      }
      // Where a fault lets nothing be saved, the header has to say so; nobody waits for more.
      if (chance(0.3)) await until("everything to be saved, or a word that it is not", () => isSaved() || isRefused());
      if (chance(0.3)) await pause(below(80));
      await tick();
    }
    // Leaving the page must lose nothing either, so it is not waited for first.
  }
});
