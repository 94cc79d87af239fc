// The live view: puts new parts in place of old ones as the program sends them, and keeps focus, scrolling, what is open
// and what is pinned. Keys and clicks go to the program, which knows where they lead.
{
  const main = document.querySelector("main");
  const footer = main.querySelector("footer");
  const root = document.documentElement;
  const shown = new Map();

  const bar = document.createElement("div");
  bar.id = "bar";
  const line = (id, role) => {
    const made = document.createElement("p");
    made.id = id;
    made.setAttribute("role", role);
    bar.append(made);
    return made;
  };
  const trouble = line("trouble", "alert");
  const said = line("said", "status");
  const tidy = document.createElement("button");
  tidy.type = "button";
  tidy.textContent = "Draw anew";
  tidy.title = "Draw the picture as if nothing had been drawn before";
  bar.append(tidy);
  document.body.append(bar);

  const quoted = (text) => CSS.escape(text);

  /** What finds an element again in a part that has been replaced. */
  function nameOf(element) {
    const { node, edge } = element.dataset;
    if (node !== undefined) return `[data-node="${quoted(node)}"]`;
    if (edge !== undefined) return `[data-edge="${quoted(edge)}"]`;
    if (element.id) return `#${quoted(element.id)}`;
    const href = element.getAttribute("href");
    return href === null ? null : `a[href="${quoted(href)}"]`;
  }

  function put(id, html) {
    if (shown.get(id) === html) return;
    shown.set(id, html);
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.firstElementChild;
    const old = document.getElementById(id);
    if (!old) {
      main.insertBefore(fresh, footer);
      for (const figure of fresh.querySelectorAll(".picture")) enliven(figure);
      return;
    }
    const active = old.contains(document.activeElement) ? nameOf(document.activeElement) : null;
    const open = [...old.querySelectorAll("details")].map((details) => details.open);
    const scrolled = [...old.querySelectorAll(".picture, .wide")].map((part) => [part.scrollLeft, part.scrollTop]);
    const pinned = old.querySelector(".picture")?.dataset.pinned;
    old.replaceWith(fresh);
    [...fresh.querySelectorAll("details")].forEach((details, at) => (details.open = open[at] ?? details.open));
    [...fresh.querySelectorAll(".picture, .wide")].forEach((part, at) => part.scrollTo(...(scrolled[at] ?? [0, 0])));
    for (const figure of fresh.querySelectorAll(".picture")) {
      if (pinned !== undefined) figure.dataset.pinned = pinned;
      enliven(figure);
    }
    if (active) fresh.querySelector(active)?.focus({ preventScroll: true });
  }

  /** Large parts that came and are out of sight, by their ids: they are put when somebody scrolls near. */
  const waiting = new Map();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const html = waiting.get(target.id);
        if (!isIntersecting || html === undefined) continue;
        waiting.delete(target.id);
        near.unobserve(target);
        put(target.id, html);
      }
    },
    { rootMargin: "600px" },
  );

  /** Puts a large part when it is near; a stand-in keeps its place until then. */
  function putLater(id, html) {
    let part = document.getElementById(id);
    if (!part) {
      part = document.createElement("section");
      part.id = id;
      main.insertBefore(part, footer);
    }
    waiting.set(id, html);
    near.unobserve(part);
    near.observe(part);
  }

  /** Does something that moves what is on the screen, and keeps that where it was. */
  function inPlace(act) {
    const parts = [...main.children];
    const seen = scrollY > 0 ? parts.find((part) => part.getBoundingClientRect().bottom > 0) : undefined;
    const before = seen?.getBoundingClientRect().top;
    act();
    const after = seen && document.getElementById(seen.id)?.getBoundingClientRect().top;
    if (after !== undefined && after !== before) scrollBy({ top: after - before, behavior: "instant" });
  }

  function take({ title, trouble: wrong, order, parts }) {
    performance.mark("live:told");
    document.title = title;
    trouble.textContent = wrong ?? "";
    root.classList.toggle("is-old", wrong !== null);
    inPlace(() => {
      for (const [id, html] of Object.entries(parts)) (id === "reach" ? putLater : put)(id, html);
      for (const part of [...main.children]) {
        if (part !== footer && !order.includes(part.id)) {
          part.remove();
          shown.delete(part.id);
          waiting.delete(part.id);
        }
      }
      const present = order.map((id) => document.getElementById(id)).filter(Boolean);
      present.forEach((part, at) => {
        if (main.children[at] !== part) main.insertBefore(part, main.children[at]);
      });
    });
    performance.measure("live:draw", "live:told");
  }

  const events = new EventSource("events");
  events.addEventListener("message", (event) => take(JSON.parse(event.data)));
  events.addEventListener("open", () => (trouble.textContent = ""));
  events.addEventListener("error", () => {
    root.classList.add("is-old");
    trouble.textContent =
      events.readyState === EventSource.CLOSED
        ? "The program answers no more under this address: open the one that it prints."
        : "The program has ended or is starting again; the page waits for it.";
  });

  async function ask(path, body) {
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return answer.ok && answer.status !== 204 ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  function say(words) {
    // Said again even if it is the same.
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = words));
  }

  async function open(thing) {
    const answer = await ask("open", thing);
    if (answer) say(`${answer.place}, ${answer.opened ? "opened in the editor" : "printed where the program runs"}`);
  }

  // The picture is laid out for the window, which is often a narrow one beside an editor.
  let resizing;
  const fit = () => void ask("fit", { width: main.clientWidth - 2 * parseFloat(getComputedStyle(main).paddingLeft) - 2 });
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(fit, 200);
  });
  fit();

  tidy.addEventListener("click", () => void ask("tidy", {}));

  main.addEventListener("click", (event) => {
    const item = event.target.closest("[data-node], [data-edge]");
    if (item?.closest(".picture")) {
      const { node, edge } = item.dataset;
      void open(node === undefined ? { edge } : { node });
      return;
    }
    const link = event.target.closest(".line-link");
    if (!link) return;
    event.preventDefault();
    const problem = link.closest("[data-problem]");
    const isOwn = problem?.querySelector(".line-link") === link;
    void open(isOwn ? { problem: Number(problem.dataset.problem) } : { line: Number(link.dataset.line) });
  }, true);

  let problem = -1;

  /** Moves to the next problem of the list, or to the one before. */
  function toProblem(step) {
    const problems = [...main.querySelectorAll("[data-problem]")];
    if (problems.length === 0) return say("No problems");
    problem = (problem + step + (problem < 0 && step < 0 ? 1 : 0) + problems.length) % problems.length;
    problems[problem].querySelector(".line-link")?.focus();
    say(`${problems[problem].textContent.trim().replace(/\s+/g, " ")} ${problem + 1} of ${problems.length}.`);
  }

  const WALKED = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down)|Backspace|[[\]gGiIrR])$/;

  main.addEventListener("keydown", async (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "F8") {
      event.preventDefault();
      toProblem(event.shiftKey ? -1 : 1);
      return;
    }
    const picture = event.target.closest(".picture");
    if (!picture) return;
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-node], [data-edge]")) {
      event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!WALKED.test(event.key)) return;
    event.preventDefault();
    const { node, edge } = event.target.closest("[data-node], [data-edge]")?.dataset ?? {};
    const answer = await ask("press", { key: event.key, shift: event.shiftKey, node, edge });
    if (!answer) return;
    const to = answer.node === null ? (answer.edge === null ? null : ["edge", answer.edge]) : ["node", answer.node];
    if (to) main.querySelector(`.picture [data-${to[0]}="${quoted(to[1])}"]`)?.focus();
    say(answer.say);
  }, true);
}
