//! The TypeScript side of what the studio is given.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A story file's content, as `JSON.parse` gives it. */
export type StoryFile = object;

/** An article with its numbers marked. */
export interface MarkedArticle {
  /** The language that most of it is written in. */
  locale: Locale;
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
  /** When it held, as a story's `period`. */
  period?: string;
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
  /** What it counts; empty where that is not written yet. */
  term: string;
  /** Its value as the page writes it; empty where it does not come out. */
  value: string;
  /** The paragraph it stands in, for what the article says. */
  paragraph?: string;
  derived: boolean;
  /** The formula in words, for what we worked out. */
  formula?: string;
  /** The figures whose drawings show it. */
  figures: string[];
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
  | "no-numbers"
  | "too-many-facts"
  | "too-many-figures"
  | "finding"
  | "address";
"#;
