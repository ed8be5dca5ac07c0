interface Look {
  minute: number;
  mb: number;
  keptMb: number;
  codeMb: number;
  workerMb: number;
  elements: number;
  listeners: number;
  acts: number;
  stuck: number;
  ended: number;
}
export interface Walk {
  minutes: number;
  looks: readonly Look[];
  restlessMs: number;
  complaints: readonly string[];
  isThere: boolean;
}
export function isLong(minutes: number): boolean;
export function judge(walk: Walk): {
  slopes: Record<'mb' | 'keptMb' | 'workerMb', number>;
  steps: Record<'listeners' | 'elements' | 'keptMb', number>;
  wrongs: string[];
};
