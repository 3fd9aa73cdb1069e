// What every host page has: a column, and the address of what it frames. The host's own fragment says what state it is in:
// `#hidden`, with the frame not shown at first, or `#below`, with the column below the window.

const child = new URLSearchParams(location.search).get('child') ?? '';
const column = /** @type {HTMLElement} */ (document.getElementById('column'));

if (location.hash === '#below') column.style.marginTop = '5000px';

/**
 * A frame as a host's own markup has it.
 * @param {Record<string, string>} [attributes]
 */
function addFrame(attributes = {}) {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries({
    src: child,
    title: 'Figure',
    width: '100%',
    height: '300',
    ...attributes,
  }))
    frame.setAttribute(name, value);
  frame.style.border = '0';
  if (location.hash === '#hidden') frame.style.display = 'none';
  column.append(frame);
  return frame;
}
