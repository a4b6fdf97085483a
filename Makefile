# The everyday commands. `make run` and `make test` work from a fresh checkout:
# they install the distribution packages they need, build, and go.

.PHONY: run test quick build dev tsan coverage format setup install clean

# ccache may then reuse objects that were compiled with a precompiled header.
export CCACHE_SLOPPINESS := pch_defines,time_macros

run: build
	build/bin/circt-sim -F examples/riscv/riscv.f

test: build
	ctest --test-dir build --output-on-failure -j2

quick: build
	ctest --test-dir build --output-on-failure -j2 -L quick

# Configures once; later, Ninja re-runs CMake itself when something changed.
# A tree left half-configured has no build.ninja and is configured again.
build: setup
	@test -f build/build.ninja || cmake --preset release
	cmake --build build

dev: setup
	@test -f build-dev/build.ninja || cmake --preset dev
	cmake --build build-dev
	ctest --preset dev

tsan: setup
	@test -f build-tsan/build.ninja || cmake --preset tsan
	cmake --build build-tsan
	ctest --preset tsan

coverage: setup
	@test -f build-coverage/build.ninja || cmake --preset coverage
	cmake --build build-coverage
	utils/coverage.sh build-coverage

setup:
	@utils/setup.sh

format:
	utils/format.sh

install: build
	cmake --install build

clean:
	rm -rf build build-dev build-tsan build-coverage
