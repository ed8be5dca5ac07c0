/** Where an interview that is taken is kept on this device: asked at every start, so apart from what plays it. */
export const interviewKey = 'faultline.interview';
/** How its design was built. */
export const buildKey = 'faultline.interview.build';
