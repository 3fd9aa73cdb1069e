// What taking away asks of the module.

import type { SitePicture } from '../../pkg/infographic.js';
import type { Locale, Story } from '../story.d.ts';

export interface WrittenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A picture as SVG, and its size in px. */
export type Picture = Omit<SitePicture, 'name'>;

export interface Calls {
  siteFiles(story: Story, site: string | undefined): Promise<WrittenFile[]>;
  sitePictures(story: Story, site: string | undefined): Promise<SitePicture[]>;
  drawing(story: Story, figure: string, locale: Locale): Promise<string>;
  figureCsv(story: Story, figure: string, locale: Locale): Promise<string>;
  posterSvg(story: Story, locale: Locale, site: string | undefined): Promise<Picture>;
}
