// What the studio asks of the module: each of its functions gives a promise.

import type { Derived, Drawing, Story, Unit } from './story.d.ts';
import type * as wasm from '../pkg/infographic.js';

export type { Finding, ListedFact as FactRow, MarkedArticle as Found, Operation } from '../pkg/infographic.js';

/** What a drawing or a number needs that the story does not have yet. */
export interface Needs {
  derived: Derived[];
  units: Unit[];
}

export interface Fit extends wasm.KindName, Needs {
  drawing: Drawing;
  svg: string;
}

export interface Proposals extends wasm.Proposals {
  fits: Fit[];
}

export interface Worked extends wasm.DerivedFact {
  derived: Derived;
  unit?: Unit;
}

export interface WrittenFile extends wasm.SiteFile {
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the module says less of, since it knows no more of a story file than that it is an object. */
interface Answers {
  emptyStory: Story;
  readStory: { story?: Story; problems: wasm.UnreadProblem[] };
  takeNumbers: { story: Story; facts: string[] };
  proposeKinds: Proposals;
  deriveFact: Worked;
  siteFiles: WrittenFile[];
}

type Calls = Omit<typeof wasm, 'default' | 'initSync' | 'Figure' | 'Infographic' | 'Theme'>;

/** The module's functions. They are carried out one after the other, in the order in which they are called. */
export type Engine = {
  [Name in keyof Calls]: (
    ...args: Parameters<Calls[Name]>
  ) => Promise<Name extends keyof Answers ? Answers[Name] : ReturnType<Calls[Name]>>;
};
