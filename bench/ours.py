"""The same texts through `summarizer.translation.argos`. A child of translation.py."""

import json
import resource
import sys
import time
from pathlib import Path

from summarizer.translation.argos import find_engine
from summarizer.translation.engine import EngineSettings

texts = json.load(sys.stdin)
engine = find_engine("de", "en", EngineSettings(model_folder=Path(sys.argv[1])))
assert engine is not None
(first,) = engine.translate(texts[:1])
print(json.dumps({"first": first}), flush=True)
started, used = time.monotonic(), time.process_time()
outputs = engine.translate(texts[1:])
print(
    json.dumps(
        {
            "seconds": time.monotonic() - started,
            "processor": time.process_time() - used,
            "outputs": outputs,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        }
    )
)
