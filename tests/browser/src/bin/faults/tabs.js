// Two tabs with one assessment, the page's part: both answer at the same time, their own questions and the same ones.
// Every edit is reported with what stood in its place when it was made, once the header says that everything is saved.
probe.run(async (orders) => {
  const { report, until, pause, started, isSaved, create, openClause, openNote, answer, give, leave } = probe;
  const RATINGS = ["not-in-place", "partly", "thin", "evidenced", "dont-know"];
  const SHARED = 0.1;
  const below = (limit) => Math.floor(Math.random() * limit);
  const one = (list) => list[below(list.length)];
  const tab = new URLSearchParams(location.search).get("tab");

  /** What two tabs have kept beside a record, straight from the database. */
  const copies = () =>
    new Promise((done, fail) => {
      const opening = indexedDB.open("waymark");
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const records = opening.result.transaction("records").objectStore("records");
        const keys = records.getAllKeys();
        const texts = records.getAll();
        texts.onerror = () => fail(texts.error);
        texts.onsuccess = () => done(texts.result.filter((_, at) => keys.result[at].includes("/conflict/")).flatMap((it) => it.match(/edit-[ab]-\d+;/g) ?? []));
      };
    });

  const show = async (assessment) => {
    await started();
    await openClause(assessment, orders.clause);
    for (const question of orders.clause.questions) await openNote(question);
    const answers = Object.fromEntries(orders.clause.questions.map((question) => [question, answer(question)]));
    await report("found", { answers, copies: await copies() });
  };
  if (orders.look) return show(orders.assessment);

  await report("running", { tab });
  let assessment;
  if (tab === "a") {
    if (orders.opens) open("?tab=b#/");
    assessment = await create("Two tabs");
    await report("created", { assessment });
  } else {
    await started();
    while (!assessment) {
      await pause(200);
      const now = await fetch("orders.json", { cache: "no-store" }).then((response) => response.json());
      assessment = now.assessment;
    }
  }
  await openClause(assessment, orders.clause);
  for (const question of orders.clause.questions) await openNote(question);
  await report("answering", { tab });

  let number = 0;
  while (number < orders.edits) {
    const edits = [];
    for (let left = Math.min(1 + below(6), orders.edits - number); left > 0; left -= 1) {
      const shared = Math.random() < SHARED;
      const question = one(shared ? orders.shared : orders.own[tab]);
      const field = shared || Math.random() < 0.4 ? "note" : "rating";
      number += 1;
      const before = answer(question)[field];
      const value = field === "note" ? `edit-${tab}-${number};` : one(RATINGS.filter((it) => it !== before));
      edits.push({ tab, number, question, field, value, before, shared });
      // Typed and left in one turn, so that what stood there is what the user saw.
      const given = give(question, field, value);
      leave();
      await given;
    }
    await until("everything to be saved", isSaved, 60);
    await report("saved", { edits });
  }
  await report("done", { tab });
});
