import { createStore } from 'zustand';

/** How large the pictures of matrices are. */
export interface PicturesState {
  /** Device pixels along a side: what the workers make of a larger matrix. Infinite as long as none is on the page. */
  readonly side: number;
}

export const createPictures = () => createStore<PicturesState>()(() => ({ side: Infinity }));
