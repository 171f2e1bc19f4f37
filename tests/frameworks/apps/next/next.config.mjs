// Next.js as it comes; the tests' server stands before it, so it need not compress.

export default { compress: false, poweredByHeader: false };
