//! The TypeScript side of what the studio is given.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A story file's content, as `JSON.parse` gives it. */
export type StoryFile = object;

/** An article with its numbers marked. */
export interface MarkedArticle {
  paragraphs: MarkedParagraph[];
}

export interface MarkedParagraph {
  /** What it is called in a story's facts: `P09`. */
  number: string;
  heading: boolean;
  text: string;
  /** Its numbers, in reading order; they never overlap. */
  findings: Finding[];
}

/** A number of a paragraph: the text from `start` to `end`. */
export interface Finding {
  start: number;
  end: number;
  printed: string;
  /** What it counts; empty where the rules find no word for it. */
  term: string;
  what: "number" | "date" | "ordinal" | "name";
  /** Whether it looks like a statistic. */
  suggested: boolean;
  /** The fact of the story that has it. */
  fact?: string;
  /** Whether the story leaves it out with a reason. */
  omitted: boolean;
}

/** A number of an article: the place of its paragraph, and its place among the paragraph's findings, both from 0. */
export interface FindingPlace {
  paragraph: number;
  finding: number;
}

/** A fact in an editor's list. */
export interface ListedFact {
  id: string;
  /** Its value as the page writes it; empty where it does not come out. */
  value: string;
  /** The formula in words, for what we worked out. */
  formula?: string;
  /** The figures whose drawings show it. */
  figures: string[];
}

/** Something that is wrong with a story. */
export interface Problem {
  /** A JSON pointer, `/facts/3/label/en`; empty for the whole story. */
  place: string;
  /** What is wrong and what to do about it. */
  message: string;
}

/** Why a text is no story. */
export interface UnreadProblem extends Problem {
  /** From 1. */
  line: number;
  /** The character in the line, from 1. */
  column: number;
}

/** A kind of figure. */
export interface KindName {
  /** As a story names it. */
  kind: string;
  /** As an editor reads it. */
  name: string;
}

/** The kinds of figure for some facts. */
export interface Proposals {
  /** Those that fit, best first. */
  fits: Fit[];
  refused: (KindName & { reason: string })[];
}

/** A kind of figure that fits some facts. */
export interface Fit extends KindName {
  /** A figure's `drawing`. */
  drawing: object;
  /** These facts drawn so, for a narrow figure. */
  svg: string;
  /** What the story gets in `derived` with the figure. */
  derived: object[];
  /** What the story gets in `units` with the figure. */
  units: object[];
}

/**
 * What follows from facts: what part the first is of the second, what it is more, how many times it is the second, all together, by what
 * part it is more, and what it was before it grew by the second.
 */
export type Operation = "share" | "difference" | "ratio" | "sum" | "growth" | "before";

/** A fact that follows from others. */
export interface DerivedFact {
  /** What the story gets in `derived`. */
  derived: { id: string };
  /** What the story gets in `units`, where it has no unit for it. */
  unit?: object;
  /** The formula in words. */
  formula: string;
  /** The value as the page writes it. */
  value: string;
}

/** A file of the site. */
export interface SiteFile {
  /** Seen from the site's folder. */
  name: string;
  bytes: Uint8Array;
}

/** A picture of the site, to be drawn `width` by `height` px large. */
export interface SitePicture {
  /** Its name as PNG, seen from the site's folder. */
  name: string;
  svg: string;
  width: number;
  height: number;
}

/** What is wrong with what an editor gave: the property `code` of what the studio's calls throw, beside {@link Code}. */
export type Refusal =
  | "article-empty"
  | "article-too-long"
  | "article-binary"
  | "too-many-numbers"
  | "too-many-facts"
  | "finding"
  | "address"
  | "derive";
"#;
