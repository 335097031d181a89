/**
 * Text as a shape at a fixed place of the page (VML, ECMA-376 part 4, 19.1.2.23 «textpath»). Word and WPS turn the text
 * of a text box with it; LibreOffice does not. All of them turn this.
 */
import { BuilderElement, type XmlComponent } from 'docx';

/** In points from the page's upper left corner. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Plain text along a straight line, as Word writes it: its number, outline and formulas (of which `@n` is the n-th). */
const PLAIN_TEXT = 136;
const OUTLINE = 'm@7,l@8,m@5,21600l@6,21600e';
const FORMULAS = [
  'sum #0 0 10800',
  'prod #0 2 1',
  'sum 21600 0 @1',
  'sum 0 0 @2',
  'sum 21600 0 @3',
  'if @0 @3 0',
  'if @0 21600 @1',
  'if @0 0 @2',
  'if @0 @4 21600',
];

const ON_PAGE = 'position:absolute;mso-position-horizontal-relative:page;mso-position-vertical-relative:page';

function typeOfShapes(): XmlComponent {
  const type = {
    id: `_x0000_t${PLAIN_TEXT}`,
    coordsize: '21600,21600',
    'o:spt': `${PLAIN_TEXT}`,
    adj: '10800',
    path: OUTLINE,
  };
  return element('v:shapetype', type, [
    element(
      'v:formulas',
      {},
      FORMULAS.map((eqn) => element('v:f', { eqn })),
    ),
    element('v:path', { textpathok: 't' }),
    element('v:textpath', { on: 't', fitshape: 't' }),
  ]);
}

/**
 * `id` is the shape's own in the document; `upsideDown` turns it by 180°. The first of a document brings the type that
 * all refer to.
 */
export function wordArt(
  text: string,
  {
    id,
    font,
    place,
    upsideDown,
    isFirst,
  }: { id: string; font: string; place: Place; upsideDown: boolean; isFirst: boolean },
): XmlComponent {
  const style = [...styleOf(place), ...(upsideDown ? ['rotation:180'] : [])].join(';');
  const attributes = { id, type: `#_x0000_t${PLAIN_TEXT}`, style, fillcolor: 'black', stroked: 'f' };
  const shape = element('v:shape', attributes, [
    element('v:textpath', { style: `font-family:"${font}";font-weight:bold;font-size:1pt`, string: text }),
  ]);
  return picture(isFirst ? [typeOfShapes(), shape] : [shape]);
}

/** A dashed line across the page. */
export function foldLine(id: string, { left, top, width }: Omit<Place, 'height'>): XmlComponent {
  const line = { id, from: `${left}pt,${top}pt`, to: `${left + width}pt,${top}pt`, strokecolor: '#bbbbbb' };
  return picture([
    element('v:line', { ...line, style: ON_PAGE }, [element('v:stroke', { dashstyle: 'dash' })]),
  ]);
}

/** What goes into a run. One shape in each: of several, LibreOffice draws the last alone. */
function picture(children: readonly XmlComponent[]): XmlComponent {
  return element('w:pict', {}, children);
}

function styleOf({ left, top, width, height }: Place): string[] {
  const points = (value: number) => `${value.toFixed(1)}pt`;
  return [
    ON_PAGE,
    `margin-left:${points(left)}`,
    `margin-top:${points(top)}`,
    `width:${points(width)}`,
    `height:${points(height)}`,
  ];
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const named = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  return new BuilderElement<Record<string, string>>({ name, attributes: named, children });
}
