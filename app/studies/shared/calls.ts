/** How long one call of long work goes on, about; a step that has begun is finished. */
export const CALL_MILLISECONDS = 150;
