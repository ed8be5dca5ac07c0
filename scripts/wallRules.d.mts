export const importWalls: readonly { name: string; reason: string }[];
export const codeWalls: readonly { name: string; reason: string }[];
