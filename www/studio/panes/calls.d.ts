// What the panes ask of the module.

import type { Derived, Drawing, Locale, Story, Unit } from '../story.d.ts';
import type {
  FindingPlace,
  KindName,
  ListedFact,
  MarkedArticle,
  Operation,
  Problem,
  UnreadProblem,
} from '../../pkg/infographic.js';

export type { Finding, ListedFact as FactRow, MarkedArticle as Found, Operation } from '../../pkg/infographic.js';

/** What a drawing or a number needs that the story does not have yet. */
export interface Needs {
  derived: Derived[];
  units: Unit[];
}

export interface Fit extends KindName, Needs {
  drawing: Drawing;
  svg: string;
}

export interface Proposals {
  fits: Fit[];
  refused: (KindName & { reason: string })[];
}

export interface Worked {
  derived: Derived;
  unit?: Unit;
  formula: string;
  value: string;
}

export interface Calls {
  emptyStory(article: string, locale: Locale): Promise<Story>;
  readStory(
    text: string,
    lang: Locale,
  ): Promise<{
    story?: Story;
    problems: UnreadProblem[];
  }>;
  findNumbers(article: string, story: Story | undefined): Promise<MarkedArticle>;
  takeNumbers(story: Story, article: string, places: FindingPlace[]): Promise<{ story: Story; facts: string[] }>;
  checkStory(story: Story, article: string | undefined, lang: Locale): Promise<Problem[]>;
  factRows(story: Story, locale: Locale): Promise<ListedFact[]>;
  proposeKinds(story: Story, article: string, facts: string[], locale: Locale, lang: Locale): Promise<Proposals>;
  deriveFact(story: Story, operation: Operation, facts: string[], lang: Locale): Promise<Worked>;
  drawing(story: Story, figure: string, locale: Locale): Promise<string>;
}
