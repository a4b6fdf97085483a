// Anchor of the LLVM precompiled header; holds no code.
