/** Which acts stand in which menu, group by group. A test holds that every act stands in one. */

import type { ActId } from '../../actions/act.ts';

export type MenuActs = readonly (readonly ActId[])[];

/** The page's own menu. Its sub-menus hold what has a place elsewhere on the screen, too. */
export const mainMenu: MenuActs = [
  ['commands', 'find', 'present'],
  ['learn', 'templates', 'blank', 'openFile', 'saveFile', 'versions', 'copyMermaid', 'savePage', 'share'],
  ['compare', 'replicas', 'sweep', 'capacity', 'weakPoints'],
  ['report', 'physics', 'interview', 'marking'],
  ['glossary', 'shortcuts', 'about'],
  ['erase'],
];
export const subMenus = {
  edit: [
    ['undo', 'redo'],
    ['cut', 'copy', 'paste', 'duplicate', 'remove'],
    ['selectAll', 'deselect'],
  ],
  run: [
    ['playPause', 'stepBack', 'stepFrame', 'stepEvent'],
    ['previousEvent', 'nextEvent'],
    ['restart', 'newSeed', 'notebook', 'requirements'],
    ['slower', 'faster'],
    ['followRequest'],
    ['sayStatus', 'sayEvents'],
  ],
  view: [
    ['zoomFit', 'zoomSelection', 'zoomActual', 'zoomWorld', 'zoomInside', 'tidy'],
    ['toggleOutline', 'toggleTraffic', 'toggleMap', 'toggleAutoSlow', 'toggleCharts', 'togglePalette', 'toggleInspector'],
    ['toggleLetterKeys'],
  ],
} satisfies Readonly<Record<string, MenuActs>>;

/** Beside the menus of parts. */
export const regionMenu: MenuActs = [['moveInto', 'moveOut', 'group']];

/** Beside the menu of several parts. */
export const alignMenu: MenuActs = [
  ['alignLeft', 'alignCentre', 'alignRight'],
  ['alignTop', 'alignMiddle', 'alignBottom'],
  ['distributeAcross', 'distributeDown'],
];

export type SubMenu = keyof typeof subMenus;

/** What a right click, a long press or the menu key offers on the canvas. */
export const canvasMenus = {
  node: [
    ['inspect', 'rename', 'breakPart'],
    ['moreInstances', 'fewerInstances'],
    ['addPart', 'connect', 'disconnect', 'move'],
    ['cut', 'copy', 'duplicate'],
    ['partNotes'],
    ['remove'],
  ],
  link: [['inspect'], ['remove']],
  group: [['inspect', 'rename', 'move', 'ungroup'], ['copy', 'duplicate'], ['zoomSelection'], ['remove']],
  note: [['cut', 'copy', 'duplicate'], ['zoomSelection'], ['remove']],
  several: [['move'], ['cut', 'copy', 'duplicate'], ['zoomSelection'], ['remove']],
  pane: [
    ['addPart', 'addNote', 'paste'],
    ['selectAll', 'find'],
    ['tidy', 'zoomFit'],
  ],
} satisfies Readonly<Record<string, MenuActs>>;
