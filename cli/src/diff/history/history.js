// The scrubber: shows one version at a time. Without it, the newest picture and all versions are there.
{
  const slider = document.getElementById("version");
  const steps = new Map([...document.querySelectorAll(".step")].map((step) => [Number(step.id.slice(1)) - 1, step]));
  const root = document.documentElement;

  if (slider) {
    const layers = [...document.querySelectorAll("#over-time [data-in]")].map((layer) => ({
      layer,
      ranges: layer.dataset.in.split(" ").map((range) => range.split("-").map(Number)),
    }));
    const isIn = (ranges, at) => ranges.some(([first, last = first]) => first <= at && at <= last);
    const buttons = [...document.querySelectorAll(".scrubber [data-by]")];
    const shown = document.getElementById("shown");

    function show(at) {
      for (const { layer, ranges } of layers) {
        if (isIn(ranges, at)) layer.removeAttribute("display");
        else layer.setAttribute("display", "none");
      }
      for (const [number, step] of steps) step.classList.toggle("is-shown", number === at);
      const words = steps.get(at).dataset.words;
      slider.value = at;
      slider.setAttribute("aria-valuetext", words);
      shown.textContent = words;
      for (const button of buttons) {
        const to = at + Number(button.dataset.by);
        button.disabled = !steps.has(to);
      }
    }

    function go(at) {
      if (!steps.has(at)) return;
      show(at);
      history.replaceState(null, "", "#v" + (at + 1));
    }

    function follow() {
      const linked = /^#v(\d+)$/.exec(location.hash);
      const at = linked ? Number(linked[1]) - 1 : Number(slider.max);
      show(steps.has(at) ? at : Number(slider.max));
      // The scrubber and the picture are above what a link leads to.
      if (linked) document.getElementById("picture").scrollIntoView();
    }

    slider.addEventListener("input", () => go(Number(slider.value)));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        go(Number(slider.value) + Number(button.dataset.by));
        // A button that is at the end gives its focus to the slider, so that the keys go on working.
        if (button.disabled) slider.focus();
      });
    }
    document.getElementById("picture").addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined || event.target.matches("input") || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(Number(slider.value) + by);
    });
    document.getElementById("list-all").addEventListener("change", (event) => {
      root.classList.toggle("lists-all", event.target.checked);
    });
    addEventListener("hashchange", follow);
    document.querySelector(".scrubber").hidden = false;
    follow();
  } else {
    root.classList.add("lists-all");
  }
}
