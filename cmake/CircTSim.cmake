# Build rules shared by every folder of lib/, tools/ and test/.

# ccache needs two allowances before it caches users of precompiled headers; the
# matching compiler flag, -fno-pch-timestamp, is below.
foreach(lang C CXX)
  if("${CMAKE_${lang}_COMPILER_LAUNCHER}" MATCHES "(^|/)ccache$")
    set(CMAKE_${lang}_COMPILER_LAUNCHER
      env CCACHE_SLOPPINESS=pch_defines,time_macros
      ${CMAKE_${lang}_COMPILER_LAUNCHER})
  endif()
endforeach()

add_library(circtsim_flags INTERFACE)
target_include_directories(circtsim_flags INTERFACE
  ${CMAKE_SOURCE_DIR}/lib ${CMAKE_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/lib)
# Inline functions stay hidden, as in LLVM's own build: otherwise the shared
# libraries would be bound at start to our copies of LLVM's inline functions.
target_compile_options(circtsim_flags INTERFACE
  -fno-exceptions -fno-rtti -Wall -Wextra -Wno-unused-parameter
  -Wno-gnu-anonymous-struct -fno-semantic-interposition
  -fvisibility-inlines-hidden "SHELL:-Xclang -fno-pch-timestamp")
if(CIRCTSIM_WERROR)
  target_compile_options(circtsim_flags INTERFACE -Werror)
endif()
if(CIRCTSIM_SANITIZE)
  target_compile_options(circtsim_flags INTERFACE
    -fsanitize=${CIRCTSIM_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS)
  target_link_options(circtsim_flags INTERFACE -fsanitize=${CIRCTSIM_SANITIZE})
  add_library(circtsim_sanitizer OBJECT ${CMAKE_SOURCE_DIR}/cmake/SanitizerOptions.cpp)
  target_link_libraries(circtsim_sanitizer PRIVATE circtsim_flags)
endif()
if(CIRCTSIM_COVERAGE)
  target_compile_options(circtsim_flags INTERFACE
    -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(circtsim_flags INTERFACE -fprofile-instr-generate)
endif()

# Headers of LLVM and MLIR, as system headers, for the folders that may use them.
separate_arguments(llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
add_library(circtsim_llvm INTERFACE)
target_include_directories(circtsim_llvm SYSTEM INTERFACE
  ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
target_compile_definitions(circtsim_llvm INTERFACE ${llvm_definitions})

# One precompiled header for LLVM users and one for MLIR users; every library
# that names LLVM or MLIR below reuses it.
set(pch_dir ${CMAKE_SOURCE_DIR}/cmake/pch)
foreach(kind LLVM MLIR)
  add_library(circtsim_pch_${kind} OBJECT ${pch_dir}/${kind}.cpp)
  target_link_libraries(circtsim_pch_${kind} PRIVATE circtsim_flags circtsim_llvm)
  target_precompile_headers(circtsim_pch_${kind} PRIVATE ${pch_dir}/${kind}.h)
endforeach()

# circtsim_use_llvm(<target> <PRIVATE|PUBLIC|INTERFACE> <LLVM|MLIR>) links the
# shared library of LLVM, or of MLIR and LLVM; never the static archives.
function(circtsim_use_llvm target scope kind)
  if(kind STREQUAL MLIR)
    target_link_libraries(${target} ${scope} MLIR)
  endif()
  target_link_libraries(${target} ${scope} LLVM)
endfunction()

# Links <target> with the libraries of the folders that follow.
function(circtsim_link target scope)
  foreach(lib IN LISTS ARGN)
    string(REPLACE "/" "_" dep "circtsim_${lib}")
    target_link_libraries(${target} ${scope} ${dep})
  endforeach()
endfunction()

# circtsim_library(<Folder> [LLVM|MLIR] [SOURCES ...] [LINK <libs>...])
#
# Declares library circtsim_<Folder> ('/' becomes '_') from the folder's .cpp
# files, or from SOURCES. LLVM or MLIR make those headers visible, and the
# programs that use the library link the shared library behind them.
function(circtsim_library name)
  cmake_parse_arguments(arg "LLVM;MLIR" "" "SOURCES;LINK;DEPENDS" ${ARGN})
  string(REPLACE "/" "_" target "circtsim_${name}")
  if(NOT arg_SOURCES)
    file(GLOB_RECURSE arg_SOURCES CONFIGURE_DEPENDS
      ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  set(kind)
  if(arg_MLIR)
    set(kind MLIR)
  elseif(arg_LLVM)
    set(kind LLVM)
  endif()
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE circtsim_flags)
    circtsim_link(${target} PUBLIC ${arg_LINK})
    if(kind)
      target_link_libraries(${target} PRIVATE circtsim_llvm)
      circtsim_use_llvm(${target} PUBLIC ${kind})
      target_precompile_headers(${target} REUSE_FROM circtsim_pch_${kind})
    endif()
  else()
    # An empty folder: nothing to compile, only its dependencies.
    add_library(${target} INTERFACE)
    circtsim_link(${target} INTERFACE ${arg_LINK})
  endif()
  if(arg_DEPENDS)
    add_dependencies(${target} ${arg_DEPENDS})
  endif()
endfunction()

# What programs and tests have in common.
function(circtsim_executable target)
  cmake_parse_arguments(arg "LLVM;MLIR" "" "LINK" ${ARGN})
  target_link_libraries(${target} PRIVATE circtsim_flags)
  if(CIRCTSIM_SANITIZE)
    target_link_libraries(${target} PRIVATE circtsim_sanitizer)
  endif()
  circtsim_link(${target} PRIVATE ${arg_LINK})
  if(arg_MLIR)
    target_link_libraries(${target} PRIVATE circtsim_llvm)
    circtsim_use_llvm(${target} PRIVATE MLIR)
  elseif(arg_LLVM)
    target_link_libraries(${target} PRIVATE circtsim_llvm)
    circtsim_use_llvm(${target} PRIVATE LLVM)
  endif()
endfunction()

# circtsim_tool(<name> [LLVM|MLIR] LINK <libs>...) declares an installed program.
function(circtsim_tool name)
  file(GLOB source CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp)
  if(NOT source)
    message(WARNING "tools/${name}.cpp is missing: ${name} is not built")
    return()
  endif()
  add_executable(${name} ${source})
  circtsim_executable(${name} ${ARGN})
  install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()

# circtsim_unittest(<Folder> [LLVM|MLIR] LINK <libs>...) declares the GoogleTest
# program unit-<Folder> and its ctest entry (label quick).
function(circtsim_unittest name)
  string(REPLACE "/" "_" flat ${name})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(unit-${flat} ${sources})
  circtsim_executable(unit-${flat} ${ARGN})
  target_link_libraries(unit-${flat} PRIVATE GTest::gtest GTest::gtest_main)
  add_test(NAME unit-${flat} COMMAND unit-${flat})
  set_tests_properties(unit-${flat} PROPERTIES LABELS quick TIMEOUT 300)
endfunction()
