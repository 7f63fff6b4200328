// By themselves, so that the learner app gets the numbers without the schemas.

/** Of the file, not of its base64 text. */
export const DRILL_PHOTO_BYTES = 1_500_000;
/** Longest side to which the learner app brings a photo down. */
export const DRILL_PHOTO_PIXELS = 1280;
/** A run and person. */
export const DRILL_PHOTOS_EACH = 50;
