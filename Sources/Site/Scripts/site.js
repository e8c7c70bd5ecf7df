"use strict";
// Definitions in place and the search box. All of it is reached without scripts too.

/** @typedef {[term: string, url: string, definition: string, language: string, found: any]} Row */

// Definitions in place

const showDefinitions = () => {
	if (!("showPopover" in HTMLElement.prototype)) return;
	/** @type {HTMLElement?} */
	let box = null;
	/** @type {HTMLElement?} */
	let owner = null;
	let timer = 0;
	let touch = false;

	const hide = () => {
		clearTimeout(timer);
		box?.hidePopover();
		box = owner = null;
	};
	/** @param {HTMLElement} link */
	const show = (link) => {
		clearTimeout(timer);
		const next = document.getElementById(link.dataset.gloss || "");
		if (!next || next === box) return;
		hide();
		next.showPopover();
		box = next;
		owner = link;
		const at = link.getClientRects()[0] || link.getBoundingClientRect();
		const size = next.getBoundingClientRect();
		const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - size.width - 12));
		const below = at.bottom + size.height + 8 < innerHeight || at.top < size.height + 8;
		next.style.left = `${left + scrollX}px`;
		next.style.top = `${(below ? at.bottom + 4 : at.top - size.height - 4) + scrollY}px`;
	};
	/** @param {() => void} action @param {number} wait */
	const later = (action, wait) => {
		clearTimeout(timer);
		timer = window.setTimeout(action, wait);
	};
	/** @param {Event} event @returns {HTMLElement?} */
	const linkOf = (event) => event.target instanceof Element ? event.target.closest("a[data-gloss]") : null;
	/** @param {Event} event */
	const isInside = (event) => event.target instanceof Node && box?.contains(event.target);

	for (const link of document.querySelectorAll("a[data-gloss]")) {
		link.setAttribute("aria-describedby", link.getAttribute("data-gloss") || "");
	}
	document.addEventListener("pointerdown", (event) => {
		touch = event.pointerType === "touch";
		if (box && !isInside(event) && linkOf(event) !== owner) hide();
	});
	document.addEventListener("pointerover", (event) => {
		if (event.pointerType === "touch") return;
		const link = linkOf(event);
		if (link) later(() => show(link), 200);
		else if (isInside(event)) clearTimeout(timer);
		else later(hide, 250);
	});
	document.addEventListener("focusin", (event) => {
		const link = linkOf(event);
		if (link?.matches(":focus-visible") && !touch) show(link);
		else if (box && !isInside(event)) hide();
	});
	document.addEventListener("click", (event) => {
		const link = linkOf(event);
		if (!touch || !link || owner === link) return;
		event.preventDefault();
		show(link);
	});
	document.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || !box) return;
		hide();
		event.preventDefault();
	});
};

// The index of the search: files of which a query fetches few

/** @type {Map<number, any>} */
const files = new Map();
/** @type {Map<string, number>} */
const nodes = new Map();
/** @type {Set<string>} */
let endings = new Set();
let folder = "";
let awaited = 0;
let arrived = () => {};

/** What the files call. @param {number} number @param {any} value */
const begreppSearch = (number, value) => {
	files.set(number, value);
	if (number) return;
	let prefix = "", last = "";
	for (const c of value[0]) {
		if (c === "(") prefix = last;
		else if (c === ")") prefix = prefix.slice(0, -1);
		else nodes.set(last = prefix + c, nodes.size + 1);
	}
	endings = new Set(["", ...value[2].split(" ")]);
};
/** By script elements, because those read from a disk too. @param {number[]} numbers @param {() => void} then */
const load = (numbers, then) => {
	arrived = then;
	for (const number of numbers) {
		if (files.has(number)) continue;
		files.set(number, []);
		awaited++;
		const script = document.createElement("script");
		script.src = folder + number + ".js";
		script.onload = script.onerror = () => { if (!--awaited) arrived(); };
		document.head.append(script);
	}
	if (!awaited) then();
};
/** The node of the tree that a key lies in. @param {string} key */
const nodeOf = (key) => {
	let name = key.replace(/[^a-z0-9]/g, "_").slice(0, 10);
	while (name && !nodes.has(name)) name = name.slice(0, -1);
	return nodes.get(name) || 0;
};

// Suggestions and results

/** @type {Promise<unknown>?} */
let searching = null;
const home = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
/** Brings in the search. */
const search = () => searching ||= new Promise((done) => {
	const script = document.createElement("script");
	script.src = home.replace(/site\.js$/, "search.js");
	script.onload = done;
	document.head.append(script);
});
/** @param {string} query @param {number} limit @param {(rows: Row[]) => void} done @param {boolean} [isTyping] */
const find = (query, limit, done, isTyping) => search().then(() => findConcepts(query, limit, done, isTyping));

/** @param {Row} row @param {HTMLElement} head @param {HTMLElement} item */
const describe = ([term, url, text, language], head, item) => {
	head.textContent = term;
	head.lang = language;
	item.append(head);
	const small = document.createElement("small");
	small.textContent = text;
	small.lang = language;
	if (text || !url) item.append(small);
	return item;
};
/** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {string} root */
const suggest = (form, input, root) => {
	const list = document.createElement("ul");
	list.className = list.id = "suggestions";
	list.role = "listbox";
	list.ariaLabel = input.labels?.[0]?.textContent || "";
	list.hidden = true;
	form.append(list);
	input.role = "combobox";
	input.ariaAutoComplete = "list";
	input.setAttribute("aria-controls", list.id);
	input.ariaExpanded = "false";
	/** @type {Row[]} */
	let rows = [];
	let chosen = -1;

	/** @param {number} place */
	const choose = (place) => {
		chosen = place;
		[...list.children].forEach((item, at) => { item.ariaSelected = String(at === place); });
		if (place < 0) input.removeAttribute("aria-activedescendant");
		else input.setAttribute("aria-activedescendant", `suggestion-${place}`);
	};
	/** @param {boolean} isOpen */
	const open = (isOpen) => {
		list.hidden = !isOpen;
		input.ariaExpanded = String(isOpen);
		choose(-1);
	};
	/** @param {boolean} isTyping */
	const update = (isTyping) => {
		const query = input.value;
		find(query, 7, (found) => {
			if (query !== input.value || chosen >= 0) return;
			rows = found;
			list.replaceChildren(...rows.map((row, place) => {
				const item = document.createElement("li");
				item.id = `suggestion-${place}`;
				item.role = "option";
				return describe(row, document.createElement("strong"), item);
			}));
			open(rows.length > 0);
		}, isTyping);
	};
	/** @param {number} place */
	const go = (place) => locate(rows[place], (url) => { location.href = root + url; });

	let timer = 0, last = 0;
	input.addEventListener("focus", search);
	input.addEventListener("input", (event) => {
		clearTimeout(timer);
		choose(-1);
		// First the terms, and the rest when whoever types has paused, by the measure of their own pace.
		const pace = event.timeStamp - last;
		last = event.timeStamp;
		timer = window.setTimeout(() => {
			update(true);
			timer = window.setTimeout(update, pace > 1500 ? 500 : Math.min(Math.max(350, 2 * pace), 1500), false);
		}, 150);
	});
	input.addEventListener("blur", () => {
		clearTimeout(timer);
		window.setTimeout(() => open(false), 150);
	});
	list.addEventListener("pointerdown", (event) => event.preventDefault());
	list.addEventListener("click", (event) => {
		const item = event.target instanceof Element ? event.target.closest("li") : null;
		if (item) go([...list.children].indexOf(item));
	});
	input.addEventListener("keydown", (event) => {
		const count = list.hidden ? 0 : rows.length;
		if (!count) return;
		if (event.key === "ArrowDown") choose((chosen + 1) % count);
		else if (event.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : count - 1);
		else if (event.key === "Escape") {
			clearTimeout(timer);
			open(false);
		}
		else if (event.key === "Enter" && chosen >= 0) go(chosen);
		else return;
		event.preventDefault();
	});
	document.addEventListener("keydown", (event) => {
		const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
		if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		input.select();
	});
};
/** The page of all results, for the query in its address.
 * @param {HTMLElement} place @param {HTMLInputElement} input @param {string} root */
const showResults = (place, input, root) => {
	const query = new URLSearchParams(location.search).get("q") || "";
	input.value = query;
	if (!query.trim()) return input.focus();
	find(query, 20, (rows) => {
		const { none = "", one = "", other = "" } = place.dataset;
		const status = document.createElement("p");
		status.textContent = (!rows.length ? none : rows.length < 2 ? one : other)
			.replace("{count}", String(rows.length)).replace("{query}", () => query);
		const list = document.createElement("ul");
		list.className = "results";
		list.append(...rows.map((row) => {
			const link = document.createElement("a");
			link.href = root + row[1];
			return describe(row, link, document.createElement("li"));
		}));
		place.replaceChildren(status, list);
	});
};

showDefinitions();
const form = /** @type {HTMLFormElement?} */ (document.querySelector("form.search"));
const input = form?.querySelector("input");
if (form && input) {
	const { index = "", root = "" } = form.dataset;
	folder = index.slice(0, -4);
	suggest(form, input, root);
	const place = document.getElementById("page-results");
	if (place) showResults(place, input, root);
}
