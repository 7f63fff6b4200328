import { BadRequest, Conflict, NotFound, Refusal } from '../../../platform/http/refusal.js';

export class DrillPhotoNotAnImage extends BadRequest {
  constructor() {
    super('drill_photo.not_an_image', 'This is no JPEG, PNG or WebP image', [
      { path: 'image', message: 'Unreadable' },
    ]);
  }
}
export class DrillPhotoTooLarge extends Refusal {
  constructor() {
    super(413, 'drill_photo.too_large', 'This photo is larger than 1.5 MB');
  }
}
export class DrillPhotosTooMany extends Conflict {
  constructor() {
    super('drill_photo.too_many', 'One person can add at most 50 photos to a drill');
  }
}
export class DrillPhotosClosed extends Conflict {
  constructor() {
    super('drill_photo.closed', 'The report of this drill is closed; it takes no more photos');
  }
}
export class DrillPhotoNotFound extends NotFound {
  constructor() {
    super('drill_photo.not_found', 'There is no such photo');
  }
}
