//! What a site's declaration contradicts, in itself, in a law or in the owner's own text, and what it leaves out.
