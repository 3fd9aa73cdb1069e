// The page that grows: live.html in a frame, which is given the story with each change.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useStory, useStudio } from '../studio.js';

/** @typedef {import('../live.js').Told} Told */

export function LivePane() {
  const { words } = useStudio();
  const { story } = useStory().project;
  const frame = useRef(/** @type {HTMLIFrameElement | null} */ (null));
  const [ready, setReady] = useState(false);

  useEffect(() => {
    /** @param {MessageEvent<Told>} event */
    const listen = ({ data, source }) => {
      if (source === frame.current?.contentWindow && data.type === 'ready') setReady(true);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);

  useEffect(() => {
    if (!ready) return;
    frame.current?.contentWindow?.postMessage({ story, locale: story.locales[0], theme: 'auto' }, location.origin);
  }, [ready, story]);

  return <iframe class="page" ref={frame} src="live.html" title={words.page} />;
}
