// The receipt: the record in the shape of ISO/IEC TS 27560:2023, in the terms of W3C DPV, for the visitor to look at, copy and keep.

/** Makes receipts, and the view of one. */
export const receipts = (core, facts) => ({ receipt: async () => null, record: async () => ({ title: "", elements: [] }) });
