"use strict";
// What `begrepp serve` adds to a page: it reloads the page when that has changed, and shows what is amiss.

/**
 * @typedef {{ file: string, line: number, column: number, severity: "error" | "warning", rule: string,
 *   message: string, help?: string, isNew: boolean, excerpt?: [string, string, string],
 *   source?: string, editor?: string }} Finding
 * @typedef {{ run: string, generation: number, published: boolean,
 *   fault: { place: string, message: string }?, allFiles: boolean, files: string[], errors: number,
 *   warnings: number, findings: Finding[] }} State
 */

(() => {
	const script = /** @type {HTMLScriptElement} */ (document.currentScript);
	const { run = "", file = "" } = script.dataset;
	let generation = Number(script.dataset.generation);

	/** What is kept while the page is reloaded. A browser may forbid it. */
	const store = {
		/** @param {string} name @returns {any} */
		get: (name) => {
			try { return JSON.parse(sessionStorage.getItem("begrepp-" + name) || "null"); } catch { return null; }
		},
		/** @param {string} name @param {unknown} value */
		set: (name, value) => {
			try { sessionStorage.setItem("begrepp-" + name, JSON.stringify(value)); } catch { /* not kept */ }
		},
	};

	// Reloading in place

	const reload = () => {
		disconnect();
		store.set("scroll", { address: location.href, left: scrollX, top: scrollY });
		location.reload();
	};
	const kept = store.get("scroll");
	if (kept?.address === location.href) {
		const restore = () => scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
		restore();
		const reached = scrollY;
		// Images may have moved the text, unless the reader has.
		addEventListener("load", () => { if (scrollY === reached) restore(); }, { once: true });
	}
	store.set("scroll", null);

	/** @param {string} address */
	const pathOf = (address) => {
		const { origin, pathname } = new URL(address, location.href);
		if (origin !== location.origin) return "";
		const path = decodeURIComponent(pathname).slice(1);
		return !path || path.endsWith("/") ? path + "index.html" : path;
	};
	/** Whether the page, or anything that it has fetched, is among the files. @param {string[]} files */
	const concerns = (files) => {
		if (location.pathname.startsWith("/_begrepp/")) return true;
		const changed = new Set(files);
		return changed.has(file) || changed.has(pathOf(location.href)) ||
			performance.getEntriesByType("resource").some((entry) => changed.has(pathOf(entry.name)));
	};

	/** @param {State} state */
	const take = (state) => {
		const missed = state.run !== run || state.generation > generation + 1;
		const isNews = state.generation > generation;
		generation = state.generation;
		if (missed || (isNews && (state.allFiles || concerns(state.files)))) return reload();
		show(state);
	};

	/** @type {EventSource?} */
	let events = null;
	const connect = () => {
		// A browser has few connections for all its tabs: those that are not seen do without.
		if (events || document.visibilityState === "hidden") return;
		events = new EventSource("/_begrepp/events");
		events.addEventListener("state", (event) => take(JSON.parse(event.data)));
		events.onopen = () => host.removeAttribute("data-lost");
		events.onerror = () => host.setAttribute("data-lost", "");
	};
	const disconnect = () => {
		events?.close();
		events = null;
	};
	document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" ? disconnect() : connect());
	addEventListener("pagehide", disconnect);
	addEventListener("pageshow", connect);

	// What is amiss

	/**
	 * @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children
	 */
	const element = (name, attributes = {}, ...children) => {
		const made = document.createElement(name);
		for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
		made.append(...children);
		return made;
	};
	const host = element("div", { id: "begrepp-live", lang: "en" });
	const root = host.attachShadow({ mode: "open" });
	const style = element("link", { rel: "stylesheet", href: "/_begrepp/live.css" });
	const polite = element("p", { class: "said", role: "status" });
	const urgent = element("p", { class: "said", role: "alert" });
	const lost = element("p", { class: "lost" }, "begrepp serve does not answer");
	const badge = element("button", { class: "badge", type: "button", "aria-expanded": "false", "aria-controls": "panel" });
	const closer = element("button", { class: "close", type: "button", "aria-label": "Close (Esc)" }, "×");
	const heading = element("h2", { id: "heading" });
	const list = element("ul");
	const panel = element("section", { id: "panel", "aria-labelledby": "heading", tabindex: "-1" },
		element("header", {}, heading, closer), list);
	badge.hidden = panel.hidden = true;
	root.append(style, polite, urgent, panel, badge, lost);

	/** @param {boolean} isOpen */
	const open = (isOpen) => {
		panel.hidden = !isOpen;
		badge.setAttribute("aria-expanded", String(isOpen));
	};
	/** What tells a finding from others wherever its line moves. @param {Finding} finding */
	const keyOf = (finding) => [finding.file, finding.rule, finding.message].join("\n");
	/** @type {string[]} */
	let shown = [];
	const dismiss = () => {
		if (panel.hidden) return;
		const hadFocus = root.activeElement && panel.contains(root.activeElement);
		open(false);
		store.set("open", false);
		store.set("dismissed", shown);
		if (hadFocus) badge.focus();
	};
	badge.addEventListener("click", () => {
		if (!panel.hidden) return dismiss();
		open(true);
		store.set("open", true);
		panel.focus();
	});
	closer.addEventListener("click", dismiss);
	addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || event.defaultPrevented || panel.hidden) return;
		dismiss();
		event.preventDefault();
	});

	/** @param {number} count @param {string} noun */
	const counted = (count, noun) => count ? `${count} ${noun}${count === 1 ? "" : "s"}` : "";
	/** @param {Finding} finding */
	const describe = (finding) => {
		const text = `${finding.file}:${finding.line}:${finding.column}`;
		const address = finding.editor || finding.source;
		const place = address ? element("a", { href: address }, text) : element("span", {}, text);
		const item = element("li", { class: finding.severity },
			element("p", { class: "place" }, place),
			element("p", {}, element("strong", {}, finding.severity), " ", finding.message, " ",
				element("span", { class: "rule" }, `[${finding.rule}]`)));
		if (finding.excerpt) {
			const [before, marked, after] = finding.excerpt;
			item.append(element("pre", {}, before, element("mark", {}, marked || " "), after));
		}
		if (finding.help) item.append(element("p", { class: "help" }, "Help: ", finding.help));
		return item;
	};
	/** @param {State} state */
	const show = (state) => {
		const { fault, findings } = state;
		const counts = [counted(state.errors + (fault ? 1 : 0), "error"), counted(state.warnings, "warning")]
			.filter(Boolean).join(", ");
		const summary = counts && !state.published ? `${counts} – the site before this change is shown` : counts;
		shown = findings.map(keyOf);
		if (fault) shown.push(fault.message);
		heading.textContent = summary;
		badge.textContent = counts;
		badge.hidden = !counts;
		badge.className = state.errors || fault ? "badge error" : "badge";
		list.replaceChildren(...findings.map(describe));
		if (fault) {
			list.prepend(element("li", { class: "error" }, element("p", { class: "place" }, fault.place),
				element("p", {}, element("strong", {}, "error"), " ", fault.message)));
		}
		const more = state.errors + state.warnings - findings.length;
		if (more > 0) list.append(element("li", {}, `and ${more} more: see begrepp check`));

		const dismissed = new Set(store.get("dismissed") || []);
		const fresh = findings.filter((finding) => (finding.severity === "error" || finding.isNew) && !dismissed.has(keyOf(finding)));
		const isFresh = fresh.length > 0 || (fault && !dismissed.has(fault.message));
		open(Boolean(counts && (isFresh || store.get("open"))));
		const said = isFresh ? `${summary}. ${fault?.message || `${fresh[0].message}, ${fresh[0].file}, line ${fresh[0].line}`}` : "";
		const isUrgent = said && (state.errors || fault);
		urgent.textContent = isUrgent ? said : "";
		polite.textContent = isUrgent ? "" : said;
	};

	document.body.append(host);
	connect();
})();
