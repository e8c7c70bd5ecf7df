"use strict";
// Finds concepts as `begrepp search` does. `site.js` brings it in when the search box is used.

/** @typedef {[concept: number, language: number, standing: number, uses: number, text: string, irregular?: string[]]} Name */
/** @typedef {[match: number, distance: number, facet?: string]} Verdict */
/** @typedef {{concept: number, language: number, uses: number, names: Name[], fields: Set<string>[]}} Entry */
/** @typedef {{entry: Entry, verdict: Verdict}} Found */
/** @typedef {Map<string, [cost: number, match: number]>} Variants */

// Words, as the index sees them

/** @param {string} text @returns {string[]} */
const wordsOf = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || [];
/** Without marks. @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[æøđðłß]/g, (c) => ({ æ: "a", ø: "o", ł: "l", ß: "ss" })[c] || "d");
/** `å` as `aa`. @param {string} text */
const spell = (text) => fold(text.replace(/å/g, "aa").replace(/[äæ]/g, "ae").replace(/[öø]/g, "oe").replace(/ü/g, "ue"));
/** `aa` as `a`. @param {string} text */
const contract = (text) => text.replace(/a[ae]+|oe+/g, (run) => run[0]);
/** @param {string} a @param {string} b */
const common = (a, b) => {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i;
};
/** Whether two folded words are forms of one. @param {string} a @param {string} b */
const agree = (a, b) => {
	const same = common(a, b);
	if (same === a.length && same === b.length) return true;
	for (let stem = same; stem >= Math.max(3, same - 2); stem--) {
		if (2 * stem < Math.min(a.length, b.length)) break;
		if (endings.has(a.slice(stem)) && endings.has(b.slice(stem))) return true;
	}
	return false;
};
/** Whether a folded word is a part of a compound. @param {string} part @param {string} word */
const isPart = (part, word) => {
	const { length } = part;
	if (length < 3 || word.length < length) return false;
	const same = common(part, word);
	if (same > 2 && same >= length - 3 && word.length >= same + 3 && endings.has(part.slice(same))) return true;
	for (let at = length < 4 ? 3 : 2; at + 3 <= word.length; at++) {
		const tail = word.slice(at);
		if (common(part, tail) > 2 && (length < 4 ? tail === part : agree(part, tail) || length > 4 && tail.startsWith(part))) return true;
	}
	return false;
};
/** Typing errors between two words. @param {string} a @param {string} b */
const errors = (a, b) => {
	let before = [0];
	let row = [...b, 0].map((_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
			if (j > 1 && i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
		}
		[before, row] = [row, next];
	}
	return row[b.length];
};
/** Typing errors, or 0 where there are too many. @param {string} a @param {string} b */
const near = (a, b) => {
	const most = a.length < 4 ? 0 : a.length < 8 ? 1 : 2;
	if (Math.abs(a.length - b.length) > most) return 0;
	const found = errors(a, b);
	return found > most ? 0 : found;
};

// The ranking of `begrepp search`: the numbers are those of its match classes and costs

/** @param {string} word @param {Map<string, boolean>} known @returns {Variants} */
const variantsOf = (word, known) => {
	const folded = fold(word), short = contract(folded);
	/** @type {Variants} */
	const found = new Map();
	/** @param {string} other @param {number} cost @param {number} match */
	const add = (other, cost, match) => {
		const old = found.get(other);
		if (!old || old[0] > cost) found.set(other, [cost, match]);
	};
	const all = [...known].map(([other, isName]) => ({ other, isName, plain: fold(other) }));
	for (const { other, plain } of all) {
		if (!agree(folded, plain) && !agree(short, plain)) continue;
		const stem = common(folded, plain);
		if (word.slice(0, stem) === other.slice(0, stem)) add(other, 0, 2);
		else add(other, 1, 4);
	}
	const isKnown = found.size;
	for (const { other, plain } of all) if (!found.has(other) && isPart(folded, plain)) add(other, 2, 6);
	if (!isKnown) {
		const stems = [...endings].filter((e) => folded.length >= e.length + 5 && folded.endsWith(e)).map((e) => folded.slice(0, folded.length - e.length));
		for (const stem of new Set([folded, ...stems])) {
			for (const { other, plain } of all) {
				const count = near(stem, plain);
				if (count) add(other, 1 + 2 * count, 5);
			}
		}
	}
	const { length } = folded;
	if (!found.size && length > 4) {
		for (const { other, isName, plain } of all) {
			for (let n = length - 1; isName && n <= Math.min(length + 1, plain.length - 2); n++) {
				for (const part of [plain.slice(0, n), plain.slice(-n)]) {
					const count = near(folded, part);
					if (count || part === folded) add(other, 4 + 2 * count, 6);
				}
			}
		}
	}
	return found;
};
/** @param {Verdict?} a @param {Verdict?} b */
const better = (a, b) => !b || a && (a[0] - b[0] || a[1] - b[1]) < 0 ? a : b;
/** How the whole query is a name. @param {string[]} words @param {Name} name @returns {Verdict?} */
const judgeName = (words, [, , standing, , text, irregular = []]) => {
	const own = wordsOf(text), key = own.join(" "), query = words.join(" ");
	if (key === query) return [Math.min(standing, 1), 0];
	if (irregular.includes(query)) return [2, standing];
	const plain = fold(key), asked = fold(query);
	if (plain === asked || spell(key) === asked) return [4, 0];
	const a = asked.replace(/ /g, ""), b = plain.replace(/ /g, "");
	if (own.length === words.length && own.every((word, i) => irregular.includes(words[i]) || agree(fold(word), fold(words[i])))) {
		return words.every((word, i) => { const n = common(fold(word), fold(own[i])); return irregular.includes(word) || word.slice(0, n) === own[i].slice(0, n); }) ? [2, standing] : [4, 1];
	}
	if (agree(a, b)) return [4, 2];
	const count = own.length > 1 || words.length > 1 ? near(a, b) : 0;
	return count ? [5, 2 * count] : null;
};
/** How an entry has the words. @param {Variants[]} words @param {Entry} entry @param {string} text @param {number} standing @returns {Verdict?} */
const judgeWords = (words, entry, text, standing) => {
	const own = wordsOf(text), used = new Set();
	let match = 2, distance = standing, missing = 0;
	for (const variants of words) {
		/** @type {[cost: number, match: number, at: number]} */
		let best = [14, 10, -1];
		own.forEach((word, at) => {
			const found = variants.get(word);
			if (found && found[0] < best[0]) best = [found[0], found[1], at];
		});
		if (best[2] >= 0) used.add(best[2]);
		else for (const [other, [cost]] of variants) {
			entry.fields.forEach((field, i) => {
				const sum = cost + [3, 5, 6][i];
				if (field.has(other) && sum < best[0]) best = [sum, 7 + i, -1];
			});
		}
		if (best[1] === 10) missing++;
		distance += best[0];
		match = Math.max(match, best[1]);
	}
	if (missing === words.length) return null;
	const extra = own.length - used.size;
	if (used.size) distance += 2 * extra;
	if (match <= 6 && extra) match = 6;
	return [match, distance];
};
/** What the words name in the files at hand: verdicts by entry. @param {string[]} words @param {string[]} content */
const hitsOf = (words, content) => {
	/** @type {Map<string, Entry>} */
	const entries = new Map();
	/** @type {Map<string, boolean>} */
	const known = new Map();
	/** @param {number} concept @param {number} language @param {number} uses @returns {Entry} */
	const entryOf = (concept, language, uses) => {
		const key = `${concept} ${language}`;
		if (!entries.has(key)) entries.set(key, { concept, language, uses, names: [], fields: [new Set(), new Set(), new Set()] });
		return /** @type {Entry} */ (entries.get(key));
	};
	for (const [number, items] of files) {
		if (!number || number > files.get(0)[1]) continue;
		for (const item of items) {
			if (typeof item[0] === "number") {
				const { names } = entryOf(item[0], item[1], item[3]);
				if (names.some((name) => name[4] === item[4])) continue;
				names.push(item);
				for (const word of wordsOf(item[4])) known.set(word, true);
			} else {
				if (!known.has(item[0])) known.set(item[0], false);
				item.slice(2).forEach((/** @type {number[]} */ field, /** @type {number} */ i) => {
					for (let at = 0; at < field.length; at += 2) entryOf(field[at], item[1], field[at + 1]).fields[i].add(item[0]);
				});
			}
		}
	}
	const variants = content.map((word) => variantsOf(word, known));
	/** @type {Map<Entry, Verdict>} */
	const hits = new Map();
	for (const entry of entries.values()) {
		let best = judgeWords(variants, entry, "", 0);
		for (const name of entry.names) best = better(judgeWords(variants, entry, name[4], name[2]), better(judgeName(words, name), best));
		if (best) hits.set(entry, best);
	}
	return hits;
};
/** Best first, one for each concept. @param {string} query @returns {Found[]} */
const rank = (query) => {
	const [words, content] = split(query);
	const hits = hitsOf(words, content);
	const facets = new Map();
	for (const [facet, names] of files.get(0)[4]) for (const name of names.split(" ")) facets.set(name, facet);
	const named = content.find((word) => facets.has(word));
	const rest = content.filter((word) => word !== named);
	if (named && rest.length) {
		const all = [...hits];
		for (const [entry, verdict] of hitsOf(rest, rest)) {
			if (verdict[0] > 6) continue;
			const old = all.find(([{ concept, language }]) => concept === entry.concept && language === entry.language);
			const best = better(old?.[1] || null, [verdict[0], verdict[1] + 1, facets.get(named)]);
			if (old) hits.delete(old[0]);
			if (best) hits.set(entry, best);
		}
	}
	const seen = new Set();
	return [...hits].map(([entry, verdict]) => {
		const match = entry.language ? Math.max(3, verdict[0]) : verdict[0];
		return { entry, verdict, order: [match, verdict[1], entry.language, -entry.uses, entry.concept] };
	}).sort((a, b) => {
		const at = a.order.findIndex((number, i) => number !== b.order[i]);
		return at < 0 ? 0 : a.order[at] - b.order[at];
	}).filter(({ entry }) => !seen.has(entry.concept) && seen.add(entry.concept));
};
/** The words of a query, and those of them that carry meaning. @param {string} query */
const split = (query) => {
	const words = wordsOf(query.slice(0, 500)).slice(0, 24);
	const stops = files.get(0)[3].split(" ");
	const content = [...new Set(words.filter((word) => !stops.includes(word)))];
	return [words, content.length ? content : [...new Set(words)]];
};
/** The file with a concept's line. @param {number} concept */
const fileOf = (concept) => files.get(0)[1] + 1 + (concept >> 1);
/** The row for what was found; of a concept whose line is not at hand the term alone, if that.
 * @param {Found} found @returns {Row?} */
const rowOf = (found) => {
	const { entry: { concept, language, names }, verdict } = found;
	const line = files.get(fileOf(concept))?.[concept & 1];
	if (line) {
		const [term, url, text, anchors, tag] = line, anchor = anchors[verdict[2] || ""];
		return [term, anchor ? url + "#" + anchor : url, text, tag, found];
	}
	const name = !language && names.find((name) => !name[2]);
	return name ? [name[4], "", "", document.documentElement.lang, found] : null;
};
/** The address of a row. @param {Row} row @param {(url: string) => void} done */
const locate = ([, url, , , found], done) => url ? done(url) : load([fileOf(found.entry.concept)], () => done(rowOf(found)?.[1] || ""));
/** Whether a folded word stands in the files at hand, in one form or another. @param {string} word */
const isAtHand = (word) => [...files].some(([number, items]) => number && number <= files.get(0)[1]
	&& items.some((/** @type {any[]} */ item) => wordsOf(typeof item[0] === "number" ? item[4] : item[0]).some((other) => agree(word, fold(other)))));
/** The rows for a query, when they are there; for one that is still being typed with little to fetch: no definitions, no
 * files beyond those of the words as they stand, none at all where enough is at hand.
 * @param {string} query @param {number} limit @param {(rows: Row[]) => void} done @param {boolean} [isTyping] */
const findConcepts = (query, limit, done, isTyping) => load([0], () => {
	const [words, content] = split(query);
	const plain = content.map(fold);
	const keys = [...plain, ...plain.map(contract)];
	const show = () => {
		const found = rank(query).slice(0, limit);
		const deliver = () => done(found.map(rowOf).filter((row) => !!row));
		if (isTyping) deliver();
		else load(found.map(({ entry }) => fileOf(entry.concept)), deliver);
	};
	if (isTyping && rank(query).length >= limit) return show();
	load((isTyping ? keys.filter((key) => key.length > 2) : [...keys, fold(words.join(""))]).map(nodeOf), () => {
		if (isTyping || rank(query)[0]?.verdict[0] < 5) return show();
		// An early typing error, or a part of a compound.
		load(plain.filter((word) => !isAtHand(word)).flatMap((word) => [1, 2, 3, 5, word.length >> 1].map((at) => nodeOf(word.slice(at)))), show);
	});
});
