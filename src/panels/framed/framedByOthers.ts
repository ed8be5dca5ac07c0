/** Whether somebody else's page shows this one within its own, where clicks could be led. Of our own host anybody may. */
export function framedByOthers(): boolean {
  if (window.top === window) return false;
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    // Another origin does not say where it is.
    return true;
  }
}
