/** What is wrong with what somebody typed or wrote, in one sentence. */
export class Complaint extends Error {}
