"""Sentence by sentence through ``argostranslate.translate``, the way its README shows.

Runs in an environment of its own (requirements-argos.txt) as a child of translation.py. Both
sentence splitters that Argos knows download a model when first used, which a machine without
internet cannot do. So the splitting is left out and each text counts as one sentence: that is
in Argos' favour, as neither the splitter's model is loaded nor its time is spent. All else,
the imports among it, is Argos' own.
"""

import json
import resource
import sys
import time

import argostranslate.sbd
import argostranslate.translate

argostranslate.sbd.MiniSBDSentencizer.split_sentences = lambda _self, text: [text]

texts = json.load(sys.stdin)
first = argostranslate.translate.translate(texts[0], "de", "en")
print(json.dumps({"first": first}), flush=True)
started, used = time.monotonic(), time.process_time()
outputs = [argostranslate.translate.translate(text, "de", "en") for text in texts[1:]]
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
