const KEY = 'readyroom.came-by-link';

/** Whoever came by a one-time link has no current password to type; survives a reload, not the tab. */
export const cameByLink = {
  get: () => sessionStorage.getItem(KEY) === 'yes',
  set: (value: boolean) => (value ? sessionStorage.setItem(KEY, 'yes') : sessionStorage.removeItem(KEY)),
};
