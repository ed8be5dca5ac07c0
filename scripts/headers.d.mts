export const metaPolicy: string;
export const embedPolicy: string;
export const embedHeaders: Readonly<Record<string, string>>;
export const headers: Readonly<Record<string, string>>;
export const hostFiles: Readonly<Record<string, string>>;
