// What the panes ask of the module.

import type { Derived, Drawing, Locale, Story, Unit } from '../story.d.ts';

/** A number of the story, written out. */
export interface FactRow {
  id: string;
  term: string;
  value: string;
  paragraph?: string;
  derived: boolean;
  formula?: string;
  figures: string[];
}

export interface Finding {
  start: number;
  end: number;
  printed: string;
  term: string;
  period?: string;
  what: 'number' | 'date' | 'ordinal' | 'name';
  suggested: boolean;
  fact?: string;
  omitted?: boolean;
}

export interface Found {
  paragraphs: { number: string; heading: boolean; text: string; findings: Finding[] }[];
}

/** What a drawing or a number needs that the story does not have yet. */
export interface Needs {
  derived: Derived[];
  units: Unit[];
}

export interface Fit extends Needs {
  kind: string;
  name: string;
  drawing: Drawing;
  svg: string;
}

export interface Proposals {
  fits: Fit[];
  refused: { kind: string; name: string; reason: string }[];
}

export type Operation = 'share' | 'difference' | 'ratio' | 'sum' | 'growth' | 'before';

export interface Worked {
  derived: Derived;
  unit?: Unit;
  formula: string;
  value: string;
}

export interface Calls {
  emptyStory(locale: Locale): Promise<Story>;
  readStory(
    text: string,
    lang: Locale,
  ): Promise<{
    story?: Story;
    problems: { line: number; column: number; place: string; message: string; hint?: string }[];
  }>;
  findNumbers(article: string, story: Story | undefined): Promise<Found>;
  takeNumbers(
    story: Story,
    article: string,
    places: { paragraph: number; finding: number }[],
  ): Promise<{ story: Story; facts: string[] }>;
  checkStory(
    story: Story,
    article: string | undefined,
    lang: Locale,
  ): Promise<{ place: string; message: string; hint?: string }[]>;
  factRows(story: Story, locale: Locale): Promise<FactRow[]>;
  proposeKinds(story: Story, facts: string[], locale: Locale, lang: Locale): Promise<Proposals>;
  deriveFact(story: Story, operation: Operation, facts: string[], lang: Locale): Promise<Worked>;
  glyphs(): Promise<string[]>;
  drawing(story: Story, figure: string, locale: Locale): Promise<string>;
}
