/** Raised when a change alters the numbers of existing designs; a link made with another major says so when it is opened. */
export const engineMajor = 2;
