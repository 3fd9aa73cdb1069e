// What the server of a messenger's editor leaves of a fragment, as far as that is known: the preview shows it, and the tests hold
// the fragments to it. src/wechat/rules.rs says from where it is known; this is the server's side, and knows more than fragments use.

/** Elements that stay. Of any other only what it holds does. */
const ELEMENTS = new Set(
  'section p h2 h3 strong em span br img svg g path rect circle ellipse line polyline polygon text tspan animate set animatetransform animatemotion'.split(
    ' ',
  ),
);

/** Elements that go with what they hold. A drawing's title may stay, but nobody has seen it. */
const EMPTIED = new Set(['script', 'style', 'title', 'defs', 'iframe', 'form', 'noscript', 'template']);

/** Attributes that stay. */
const ATTRIBUTES = new Set(
  `style xmlns viewbox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity stroke stroke-width stroke-opacity
   stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset opacity visibility pointer-events font-size font-weight font-family
   text-anchor attributename begin dur values keytimes from to by fill calcmode repeatcount restart type path rotate src`.split(
    /\s+/,
  ),
);

/** What `animate`, `set` and their like may change. */
const ANIMATED = new Set(
  'x y width height opacity d points cx cy r stroke-width stroke-dasharray stroke-dashoffset fill visibility transform'.split(
    ' ',
  ),
);

/** Where a style waits until it may be set. */
const STYLE = 'data-style';

/** When an animation may begin: another element cannot be named. */
const BEGINS = /^click(\+[\d.]+s)?$/;

/**
 * A fragment after the cleaning, as the body of a document of its own. Its styles wait: the site's policy lets no markup bring any.
 * @param {string} source as src/wechat/ writes it, where quotation marks stand in texts only as entities
 */
export function cleaned(source) {
  const { body } = new DOMParser().parseFromString(source.replaceAll(' style="', ` ${STYLE}="`), 'text/html');
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    comment.parentNode?.removeChild(comment);
  for (const element of body.querySelectorAll('*')) clean(element);
  return body;
}

/** @param {Element} element */
function clean(element) {
  const name = element.localName.toLowerCase();
  if (EMPTIED.has(name) || changesWhatItMayNot(element)) return element.remove();
  if (!ELEMENTS.has(name)) return element.replaceWith(...element.childNodes);
  for (const attribute of element.getAttributeNames()) {
    if (attribute !== STYLE && !ATTRIBUTES.has(attribute.toLowerCase())) element.removeAttribute(attribute);
  }
  const begin = element.getAttribute('begin');
  if (begin !== null && !BEGINS.test(begin)) element.removeAttribute('begin');
}

/** @param {Element} element */
function changesWhatItMayNot(element) {
  const changed = element.getAttribute('attributeName');
  return changed !== null && !ANIMATED.has(changed);
}

/**
 * Gives what has been cleaned its styles, once it is in the page: a script may.
 * @param {ParentNode} root
 */
export function dress(root) {
  for (const element of root.querySelectorAll(`[${STYLE}]`)) {
    if (element instanceof HTMLElement || element instanceof SVGElement)
      element.style.cssText = element.getAttribute(STYLE) ?? '';
    element.removeAttribute(STYLE);
  }
}
