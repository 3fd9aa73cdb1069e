// A drawing of the module as a picture.

import { useMemo } from 'preact/hooks';
import { svgAddress } from '../../pixels.js';

/**
 * It is loaded as an image, so that nothing in it can run or reach out.
 * @param {{ svg: string, name?: string }} props
 */
export function Picture({ svg, name = '' }) {
  const address = useMemo(() => svgAddress(svg), [svg]);
  return <img class="picture" src={address} alt={name} />;
}
