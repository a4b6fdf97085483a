// Anchor of the MLIR precompiled header; holds no code.
