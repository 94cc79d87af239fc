// Registers the service worker (app/worker/service.ts), and says when it has a newer release of the page.

const ID = "update";

/** A tab that stays open looks for a newer release when it is shown again, at most this often, in milliseconds. */
const BETWEEN_CHECKS = 60 * 60 * 1000;

/** Keeps the page for visits without a network; `script` is the address of the service worker. */
export async function keepOffline(script: string): Promise<void> {
  // Absent where the page is not served securely.
  if (!("serviceWorker" in navigator)) return;
  const workers = navigator.serviceWorker;
  const registration = await workers.register(script, { updateViaCache: "none" });
  announceUpdates(registration);
  checkNowAndThen(registration);
  const { active } = await workers.ready;
  if (!savesData()) active?.postMessage("keep reading");
}

/** Offers every release that waits behind the one that is shown. */
function announceUpdates(registration: ServiceWorkerRegistration): void {
  const offerWaiting = () => {
    // The first release of all replaces nothing.
    if (registration.waiting !== null && registration.active !== null) offer(registration);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerWaiting);
  });
  offerWaiting();
}

function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  let checked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checked < BETWEEN_CHECKS) return;
    checked = Date.now();
    // Without a network there is nothing to find.
    registration.update().catch(() => {});
  });
}

/** Whether the visitor asks for little traffic. */
function savesData(): boolean {
  return (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

/** Says that there is a newer release. Nothing changes until the visitor asks for it. */
function offer(registration: ServiceWorkerRegistration): void {
  document.getElementById(ID)?.remove();
  const box = Object.assign(document.createElement("section"), { id: ID, className: "trouble is-news" });
  box.setAttribute("role", "status");
  const text = Object.assign(document.createElement("p"), {
    textContent: "A new version of Blueprint Lens is ready. Reload to use it; your text stays.",
  });
  const row = Object.assign(document.createElement("div"), { className: "ways" });
  row.append(
    button("Reload", "button is-primary", () => reloadInto(registration.waiting)),
    button("Later", "button", () => box.remove()),
  );
  box.append(text, row);
  document.body.append(box);
}

/** Shows the page of the release that waits; another tab may have let it in already. */
function reloadInto(waiting: ServiceWorker | null): void {
  const reload = () => location.reload();
  if (waiting === null) return reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("activate");
}

function button(name: string, className: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: name });
  made.addEventListener("click", press);
  return made;
}
