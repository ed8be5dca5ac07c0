/** What the canvas shows of parts that this version does not know, as one chunk: hardly any design has one. */

export { StrangerCard } from './StrangerCard.tsx';
export { StrangerWires } from './StrangerWires.tsx';
